namespace Reenact.Analyzers.Tests.Determinism;

public sealed class InputOutputTests
{
    [Theory]
    [InlineData("{|REEN2004:System.IO.Compression.ZipFile.OpenRead(\"a.zip\")|}")]
    [InlineData("{|REEN2004:System.Xml.Linq.XDocument.Load(\"a.xml\")|}")]
    [InlineData("{|REEN2004:System.Xml.XmlReader.Create(\"a.xml\")|}.Read()")]
    [InlineData("{|REEN2004:System.Reflection.Assembly.LoadFrom(\"a.dll\")|}")]
    [InlineData("{|REEN2004:System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificateFromFile(\"a.cer\")|}")]
    [InlineData("{|REEN2004:Microsoft.Win32.Registry.CurrentUser|}")]
    [InlineData("await {|REEN2004:System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<int>((HttpClient)input, \"a\")|}")]
    [InlineData("{|REEN2004:((System.Net.Mail.SmtpClient)input).SendMailAsync(null!)|}")]
    [InlineData("{|REEN2004:((System.Data.IDataReader)input).GetInt32(0)|}")]
    [InlineData("{|REEN2004:((System.Net.WebSockets.WebSocket)input).State|}")]
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
    [InlineData("System.Xml.Linq.XDocument.Parse(\"<a/>\")")]
    [InlineData("System.Xml.XmlReader.Create(new StringReader(\"<a/>\")).Read()")]
    [InlineData("new System.IO.Compression.ZipArchive(new MemoryStream()).Entries")]
    [InlineData("new HttpClient().BaseAddress")]
    [InlineData("((System.Data.Common.DbCommand)input).CommandText")]
    [InlineData("((System.Data.IDbConnection)input).ConnectionString")]
    [InlineData("new System.Data.DataTable().CreateDataReader().Read()")]
    [InlineData("new System.Net.Mail.MailMessage(\"a@b.c\", \"d@e.f\")")]
    [InlineData("System.Reflection.Assembly.Load(new byte[1])")]
    [InlineData("new FileInfo(\"a\").Name")]
    public Task Work_in_memory_is_not_flagged(string expression) => DeterminismVerifier.VerifyAsync(Agent.Evaluating(expression));
}
