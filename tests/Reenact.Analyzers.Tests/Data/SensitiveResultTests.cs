using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Data;

public sealed class SensitiveResultTests
{
    private const string Account = """
        public record Account(string Id, [Sensitive] string Iban);

        public class Customer
        {
            public List<Account> Accounts { get; init; } = [];
        }
        """;

    [Fact]
    public Task A_recorded_result_with_a_sensitive_member_is_flagged() => SensitiveResultVerifier.VerifyAsync(
        [Account, """
        public partial class Bank
        {
            [Recorded]
            public partial {|#0:Task<Customer?>|} FindAsync(string id);

            private Task<Customer?> FindCoreAsync(string id) => Task.FromResult<Customer?>(null);
        }
        """],
        new DiagnosticResult(Descriptors.SensitiveResult).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithArguments(
            "The result of Bank.FindAsync",
            "can't be served on replay, because its member Account.Iban is sensitive, and recorded in a form that can't be given back",
            "Encrypt it for a role ([Sensitive(Role = \"…\")]), or mark it [IgnoreRecorded] so that replay has its default value"));

    [Fact]
    public Task A_sensitive_result_is_flagged_however_it_is_marked() => SensitiveResultVerifier.VerifyAsync("""
        public partial class Bank
        {
            [Recorded]
            [Sensitive]
            public partial {|REEN3003:string|} Token();

            private string TokenCore() => "";

            [Recorded]
            [return: Sensitive]
            public partial {|REEN3003:ValueTask<Dictionary<string, int>>|} PinsAsync();

            private ValueTask<Dictionary<string, int>> PinsCoreAsync() => new([]);
        }
        """);

    [Fact]
    public Task Overriding_properties_and_tuples_are_looked_into() => SensitiveResultVerifier.VerifyAsync("""
        public class Base
        {
            [Sensitive]
            public virtual string? Secret { get; set; }
        }

        public sealed class Derived : Base
        {
            public override string? Secret { get; set; }
        }

        public partial class Bank
        {
            [Recorded]
            public partial {|REEN3003:(int, Derived[])|} Find();

            private (int, Derived[]) FindCore() => default;
        }
        """);

    [Fact]
    public Task Forms_that_can_be_given_back_are_not_flagged_and_others_are() => SensitiveResultVerifier.VerifyAsync("""
        public sealed record Served([Sensitive(Role = "fraud")] string Number, [Sensitive(Form = SensitiveForm.Encrypted, Role = "fraud")] int Pin, [property: Sensitive(Form = SensitiveForm.Redacted)] string Iban);

        public sealed record Hashed([Sensitive(Form = SensitiveForm.Hashed)] string Number);

        public sealed record Erased([Sensitive(Form = SensitiveForm.Erased, Role = "fraud")] string Number);

        public partial class Bank
        {
            [Recorded]
            public partial Served Find();

            private Served FindCore() => new("", 0, "");

            [Recorded]
            [return: Sensitive(Role = "fraud")]
            public partial string Token();

            private string TokenCore() => "";

            [Recorded]
            public partial {|REEN3003:Hashed|} FindHashed();

            private Hashed FindHashedCore() => new("");

            [Recorded]
            public partial {|REEN3003:Erased|} FindErased();

            private Erased FindErasedCore() => new("");
        }
        """);

    [Fact]
    public Task Classified_results_are_flagged_unless_a_form_is_named() => SensitiveResultVerifier.VerifyAsync("""
        namespace Microsoft.Extensions.Compliance.Classification
        {
            public readonly struct DataClassification
            {
                public string TaxonomyName => "";

                public string Value => "";
            }

            public class DataClassificationAttribute : System.Attribute
            {
                public DataClassification Classification => default;
            }
        }

        public sealed class PrivateDataAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute;

        public sealed record Account(string Id, [PrivateData] string Iban);

        public sealed record Opened(string Id, [PrivateData, Sensitive(Role = "fraud")] string Iban);

        public partial class Bank
        {
            [Recorded]
            public partial {|REEN3003:Account|} Find();

            private Account FindCore() => new("", "");

            [Recorded]
            public partial Opened Open();

            private Opened OpenCore() => new("", "");
        }
        """);

    [Fact]
    public Task Arguments_replayed_results_and_members_left_out_are_not_flagged() => SensitiveResultVerifier.VerifyAsync(Account, """
        public sealed class Slim
        {
            [IgnoreRecorded, Sensitive]
            public string? Iban { get; set; }

            [Sensitive]
            internal static string? Shared { get; set; }
        }

        public partial class Bank
        {
            [Recorded]
            public partial Task<int> PayAsync(Account account, [Sensitive] string password);

            private Task<int> PayCoreAsync(Account account, string password) => Task.FromResult(1);

            [Replayed]
            public partial Task<Account> HandleAsync();

            private Task<Account> HandleCoreAsync() => Task.FromResult(new Account("", ""));

            [Recorded]
            public partial Slim Find();

            private Slim FindCore() => new();

            public Account Unmarked() => new("", "");
        }
        """);
}
