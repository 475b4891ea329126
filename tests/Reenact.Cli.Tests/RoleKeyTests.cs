namespace Reenact.Cli.Tests;

public sealed partial class RoleKeyTests : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Repeat((byte)9, 32)];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reenact-roles-");

    private string File => Path.Combine(folder.FullName, "card.reenact");

    private string KeyFile => Path.Combine(folder.FullName, "roles.keys");

    [Theory]
    [InlineData("")]
    [InlineData("--full")]
    [InlineData("--json")]
    public async Task What_is_encrypted_for_a_role_is_shown_with_its_key_only(string form)
    {
        await RecordAsync();
        await System.IO.File.WriteAllTextAsync(KeyFile, $"fraud {Convert.ToBase64String(Key)}\n", TestContext.Current.CancellationToken);
        string[] show = form.Length == 0 ? ["show", File] : ["show", File, form];

        var closed = ToolRun.Of(show).Output;
        var opened = ToolRun.Of([.. show, "--role-key", KeyFile]).Output;

        Assert.Contains("encrypted for fraud", closed, StringComparison.Ordinal);
        Assert.DoesNotContain("4111-1111", closed, StringComparison.Ordinal);
        Assert.Contains("4111-1111", opened, StringComparison.Ordinal);
        Assert.DoesNotContain("encrypted for fraud", opened, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_keys_is_named_with_the_line()
    {
        await RecordAsync();
        await System.IO.File.WriteAllTextAsync(KeyFile, "fraud\n", TestContext.Current.CancellationToken);

        var run = ToolRun.Of("show", File, "--role-key", KeyFile);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("roles.keys, line 1: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, ToolRun.Of("show", File, "--role-key", KeyFile + "x").ExitCode);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task RecordAsync()
    {
        var redaction = new RedactionOptions { HashKey = Key, RoleKeys = new RoleKeys { { "fraud", Key } } };
        await using var session = Session.Record(File, options: new RecordOptions { Redaction = redaction });
        await new Desk().PayAsync(new Card("Ann", "4111-1111"));
    }

    public sealed record Card(string Holder, [property: Sensitive(Role = "fraud")] string Number);

    public sealed partial class Desk
    {
        [Recorded]
        public partial Task<int> PayAsync(Card card);

        private Task<int> PayCoreAsync(Card card) => Task.FromResult(card.Number.Length);
    }
}
