namespace Reenact.Analyzers.Tests.Determinism;

public sealed class InputOutputTests
{
    [Theory]
    [InlineData("{|REEN2004:File.ReadAllText(\"a\")|}")]
    [InlineData("await {|REEN2004:File.ReadAllTextAsync(\"a\", cancellationToken)|}")]
    [InlineData("{|REEN2004:Directory.GetFiles(\"a\")|}")]
    [InlineData("{|REEN2004:new FileInfo(\"a\").Length|}")]
    [InlineData("{|REEN2004:new StreamReader(\"a\")|}.ReadToEnd()")]
    [InlineData("{|REEN2004:new FileStream(\"a\", FileMode.Open)|}.ReadByte()")]
    [InlineData("await {|REEN2004:((HttpClient)input).GetStringAsync(\"https://example.com\")|}")]
    [InlineData("await {|REEN2004:((HttpClient)input).SendAsync(new HttpRequestMessage(), cancellationToken)|}")]
    [InlineData("{|REEN2004:System.Diagnostics.Process.GetCurrentProcess()|}.Id")]
    [InlineData("{|REEN2004:System.Net.Dns.GetHostName()|}")]
    [InlineData("{|REEN2004:Console.ReadLine()|}")]
    [InlineData("{|REEN2004:Console.In|}.ReadLine()")]
    [InlineData("{|REEN2004:((System.Data.Common.DbCommand)input).ExecuteScalar()|}")]
    [InlineData("{|REEN2004:((System.Data.IDbConnection)input).CreateCommand()|}")]
    [InlineData("{|REEN2004:new System.Net.Sockets.TcpClient()|}")]
    public Task Input_and_output_are_flagged(string expression) => DeterminismVerifier.VerifyAsync(Agent.Evaluating(expression));

    [Fact]
    public Task A_member_that_overrides_one_of_the_table_is_flagged() => DeterminismVerifier.VerifyAsync(
        Agent.Running("await {|REEN2004:((System.Net.WebSockets.ClientWebSocket)input).CloseAsync(default, null, default)|};"));

    [Theory]
    [InlineData("new MemoryStream().ReadByte()")]
    [InlineData("new StreamReader(new MemoryStream()).ReadToEnd()")]
    [InlineData("new StringReader(\"a\").ReadLine()")]
    [InlineData("Path.GetExtension(\"a.txt\")")]
    [InlineData("new HttpRequestMessage(HttpMethod.Get, \"https://example.com\")")]
    public Task Work_in_memory_is_not_flagged(string expression) => DeterminismVerifier.VerifyAsync(Agent.Evaluating(expression));
}
