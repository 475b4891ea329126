namespace Reenact.Analyzers.Tests.Determinism;

/// <summary>Verdicts hold for what derives from a judged type or implements a judged interface, in libraries as in the project.</summary>
public sealed class LibraryTypesTests
{
    private const string Library = """
        using System;
        using System.Data;
        using System.Data.Common;
        using System.IO;

        namespace Acme;

        public abstract class AcmeCommand : DbCommand
        {
            public new AcmeParameters Parameters => null!;
            public override string? CommandText { get; set; }
            public int ExecuteBatch() => 0;
        }

        public sealed class AcmeParameters;

        public abstract class AcmeConnection : IDbConnection
        {
            public abstract string? ConnectionString { get; set; }
            public abstract int ConnectionTimeout { get; }
            public abstract string Database { get; }
            public abstract ConnectionState State { get; }
            public IDbTransaction BeginTransaction() => null!;
            public IDbTransaction BeginTransaction(IsolationLevel il) => null!;
            public void ChangeDatabase(string databaseName) { }
            public void Close() { }
            public IDbCommand CreateCommand() => null!;
            public void Dispose() { }
            public void Open() { }
            public string Describe() => "";
        }

        public class LogFile(string path) : FileStream(path, FileMode.Open)
        {
            public void Roll() { }
        }

        public class Dice : Random;

        public class AcmeRandom : System.Security.Cryptography.RandomNumberGenerator
        {
            public override void GetBytes(byte[] data) { }
        }

        public class Buffer : MemoryStream
        {
            public override int Read(byte[] buffer, int offset, int count) => 0;
        }

        public interface IAcmeCommand : IDbCommand
        {
            int ExecuteBatch();
        }
        """;

    [Theory]
    [InlineData("{|REEN2004:((Acme.AcmeCommand)input).ExecuteNonQuery()|};")]
    [InlineData("{|REEN2004:((Acme.AcmeCommand)input).ExecuteBatch()|};")]
    [InlineData("{|REEN2004:((Acme.AcmeConnection)input).Open()|};")]
    [InlineData("{|REEN2004:((Acme.IAcmeCommand)input).ExecuteBatch()|};")]
    [InlineData("using var log = {|REEN2004:new Acme.LogFile(\"a\")|};")]
    [InlineData("{|REEN2004:((Acme.LogFile)input).Roll()|};")]
    [InlineData("{|REEN2002:((Acme.AcmeRandom)input).GetBytes(new byte[1])|};")]
    public Task Members_of_derived_and_implementing_types_are_flagged(string statements) =>
        DeterminismVerifier.VerifyWithForeignLibraryAsync(Library, Agent.Running(statements));

    [Theory]
    [InlineData("((Acme.AcmeCommand)input).CommandText = \"select 1\";")]
    [InlineData("var parameters = ((Acme.AcmeCommand)input).Parameters;")]
    [InlineData("((Acme.AcmeConnection)input).ConnectionString = \"a\";")]
    [InlineData("((Acme.AcmeConnection)input).Describe();")]
    [InlineData("var dice = new Acme.Dice();")]
    [InlineData("var read = new Acme.Buffer().Read(new byte[1], 0, 1);")]
    public Task Their_harmless_members_are_not(string statements) => DeterminismVerifier.VerifyWithForeignLibraryAsync(Library, Agent.Running(statements));

    [Fact]
    public Task Members_that_a_type_of_the_project_inherits_are_flagged() => DeterminismVerifier.VerifyAsync(Agent.Running("""
        await {|REEN2004:((RatesClient)input).GetStringAsync("rates")|};
        {|REEN2004:((RatesFile)input).Flush()|};
        var sum = ((RatesFile)input).Sum();
        """) + """
        public class RatesClient : HttpClient;

        public class RatesFile(string path) : FileStream(path, FileMode.Open)
        {
            public int Sum() => {|REEN2004:Length|} > 0 ? 1 : 0;
        }
        """);

    [Fact]
    public Task Members_that_a_type_of_the_project_overrides_are_judged_by_what_they_do() => DeterminismVerifier.VerifyAsync(Agent.Running("""
        var read = ((Zeros)input).ReadByte();
        """) + """
        public class Zeros : MemoryStream
        {
            public override int ReadByte() => DateTime.UnixEpoch.Year;
        }
        """);
}
