namespace Reenact.Generators.Tests.Caching;

/// <summary>What edits of code with sensitive values emit again.</summary>
public class SensitiveEditTests
{
    private const string Bank = """
        namespace Acme;

        public sealed record Card(string Holder, [property: Sensitive(Role = "fraud")] string Number);

        public partial class Bank
        {
            [Recorded]
            public partial int Pay(Card card, [Sensitive(Form = SensitiveForm.Hashed)] string password);

            private int PayCore(Card card, string password) => 1;
        }
        """;

    private readonly EditedProject project = new(Bank);

    [Fact]
    public void A_core_body_emits_nothing() => project.Edit("=> 1", "=> 2").AssertNothingEmitted();

    [Fact]
    public void A_comment_emits_nothing() => project.Edit("[Recorded]", "// Pays.\n    [Recorded]").AssertNothingEmitted();

    [Fact]
    public void Another_role_emits_the_codec_and_its_mark_and_no_more()
    {
        var changed = project.Edit("\"fraud\"", "\"audit\"").Changed.ToList();

        // The mark that went, and the one that came.
        Assert.Equal(3, changed.Count);
        Assert.Contains("Reenact.Generated.Acme_CardCodec.g.cs", changed);
        Assert.Equal(2, changed.Count(static file => file.StartsWith("Reenact.Generated.SensitiveMark_", StringComparison.Ordinal)));
    }

    [Fact]
    public void Another_form_of_a_parameter_emits_its_type_only() =>
        Assert.Equal("Acme.Bank.g.cs", Assert.Single(project.Edit("SensitiveForm.Hashed", "SensitiveForm.Erased").Changed));
}
