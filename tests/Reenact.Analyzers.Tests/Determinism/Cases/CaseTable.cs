namespace Reenact.Analyzers.Tests.Determinism.Cases;

/// <summary>
/// Rows of one family: what holds and why, the statements of a replayed method, the code beside it (files begin with <c>//// Name.cs</c>),
/// and what the replayed method is given (parameters, separated by semicolons). Offences are marked <c>{|REEN2001:…|}</c>, those that are
/// only Info <c>{|REEN2001~:…|}</c>; whatever else is found fails the row.
/// </summary>
public sealed class CaseTable : TheoryData<string, string, string, string>
{
    public void Add(string why, string replayed) => AddNamed(why, replayed, "", "");

    public void Add(string why, string replayed, string code) => AddNamed(why, replayed, code, "");

    public new void Add(string why, string replayed, string code, string given) => AddNamed(why, replayed, code, given);

    private void AddNamed(string why, string replayed, string code, string given) =>
        Add(new TheoryDataRow<string, string, string, string>(why, replayed, code, given) { TestDisplayName = why });
}
