namespace Reenact.Analyzers.Tests.Determinism;

public sealed class ExtractRecordedTests
{
    [Theory]
    [InlineData("var text = await {|REEN2004:File.ReadAllTextAsync(path, token)|}; return text;", "var text = await ReadAllTextAsync(path, token); return text;",
        "private partial Task<string> ReadAllTextAsync(string path, CancellationToken token)", "private Task<string> ReadAllTextCoreAsync(string path, CancellationToken token) => File.ReadAllTextAsync(path, token);")]
    [InlineData("return {|REEN2004:File.ReadAllText(path + root)|};", "return ReadAllText(path);",
        "private partial string ReadAllText(string path)", "private string ReadAllTextCore(string path) => File.ReadAllText(path + root);")]
    [InlineData("return await {|REEN2004:client.GetStringAsync(path, token)|}.ConfigureAwait(false);", "return await GetStringAsync(client, path, token).ConfigureAwait(false);",
        "private partial Task<string> GetStringAsync([IgnoreRecorded] HttpClient client, string path, CancellationToken token)",
        "private Task<string> GetStringCoreAsync(HttpClient client, string path, CancellationToken token) => client.GetStringAsync(path, token);")]
    [InlineData("Func<uint, string[]> read = static @in => {|REEN2004:File.ReadAllLines(\"a\" + @in)|}; return read(1)[0];", "Func<uint, string[]> read = static @in => ReadAllLines(@in); return read(1)[0];",
        "private static partial string[] ReadAllLines(uint @in)", "private static string[] ReadAllLinesCore(uint @in) => File.ReadAllLines(\"a\" + @in);")]
    [InlineData("{|REEN2004:File.Delete(path)|}; /* done */ return path;", "Delete(path); /* done */ return path;",
        "private partial void Delete(string path)", "private void DeleteCore(string path) => File.Delete(path);")]
    [InlineData("var name = path + 1; return {|REEN2004:File.ReadAllText(name)|};", "var name = path + 1; return ReadAllText(name);",
        "private partial string ReadAllText(string name)", "private string ReadAllTextCore(string name) => File.ReadAllText(name);")]
    [InlineData("foreach (var each in new[] { path }) {|REEN2004:File.Delete(each)|}; return path;", "foreach (var each in new[] { path }) Delete(each); return path;",
        "private partial void Delete(string each)", "private void DeleteCore(string each) => File.Delete(each);")]
    [InlineData("string? text = path.Length > 3 ? path : null; {|REEN2004:File.WriteAllText(path, text)|}; return path;", "string? text = path.Length > 3 ? path : null; WriteAllText(path, text); return path;",
        "private partial void WriteAllText(string path, string? text)", "private void WriteAllTextCore(string path, string? text) => File.WriteAllText(path, text);")]
    [InlineData("return {|REEN2004:File.ReadAllText(Path.Combine(root, path.Trim()))|};", "return ReadAllText(path);",
        "private partial string ReadAllText(string path)", "private string ReadAllTextCore(string path) => File.ReadAllText(Path.Combine(root, path.Trim()));")]
    public Task A_call_moves_into_the_core_of_a_recorded_method(string offending, string calling, string declaration, string core) =>
        ExtractRecordedVerifier.VerifyAsync(
            Source("class", offending),
            Source("partial class", calling, $"\n    [Recorded]\n    {declaration};\n\n    {core}\n"));

    [Theory]
    [InlineData("return new StreamReader({|REEN2004:File.OpenRead(path)|}).ReadToEnd();")]
    [InlineData("return (await {|REEN2004:client.GetAsync(path, token)|}).ToString();")]
    [InlineData("return await {|REEN2004:File.ReadAllTextAsync(await Task.FromResult(path), token)|};")]
    public Task What_cannot_be_recorded_or_moved_stays(string statements) => ExtractRecordedVerifier.VerifyNoFixAsync(Source("partial class", statements));

    [Theory]
    [InlineData("return {|REEN2004:File.ReadAllText(\"f\" + count++)|};")]
    [InlineData("return {|REEN2004:File.ReadAllText(last = path)|};")]
    [InlineData("return {|REEN2004:File.ReadAllText(queue.Dequeue())|};")]
    [InlineData("var local = new Queue<string>([path]); return {|REEN2004:File.ReadAllText(local.Dequeue())|};")]
    [InlineData("return {|REEN2004:File.ReadAllText(Next())|};")]
    public Task Changes_of_state_stay_where_they_are(string statements) => ExtractRecordedVerifier.VerifyNoFixAsync(Source("partial class", statements));

    [Theory]
    [InlineData("return string.Concat({|REEN2004:File.ReadLines(path)|});")]
    [InlineData("return string.Concat({|REEN2004:Directory.EnumerateFiles(path)|});")]
    public Task What_is_read_as_it_is_enumerated_stays(string statements) => ExtractRecordedVerifier.VerifyNoFixAsync(Source("partial class", statements));

    private static string Source(string keyword, string statements, string added = "") => $$"""
        public {{keyword}} Reader
        {
            private readonly string root = "";
            private readonly Queue<string> queue = new();
            private int count;
            private string last = "";

            private string Next() => last + ++count;

            public async Task<string> ReadAsync(HttpClient client, string path, CancellationToken token)
            {
                await Task.Yield();
                root.Equals(path);
                {{statements}}
            }
        {{added}}}

        public partial class SupportAgent
        {
            [Replayed]
            public partial Task<string> HandleAsync([IgnoreRecorded] HttpClient client, string path, CancellationToken token);

            private Task<string> HandleCoreAsync(HttpClient client, string path, CancellationToken token) => new Reader().ReadAsync(client, path, token);
        }
        """;
}
