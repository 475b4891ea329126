namespace Reenact.Analyzers.Tests.Data;

public sealed class IgnoreParameterTests
{
    [Fact]
    public Task The_fix_leaves_parameters_out() => IgnoreParameterVerifier.VerifyAsync(
        """
        using System.ComponentModel;

        public partial class Tools
        {
            [Recorded]
            public partial int Find(
                HttpClient {|REEN3001:client|}, // the shop's
                string city,
                [Description("Log")] Action<string> {|REEN3001:log|});

            private int FindCore(HttpClient client, string city, Action<string> log) => 1;
        }
        """,
        """
        using System.ComponentModel;

        public partial class Tools
        {
            [Recorded]
            public partial int Find(
                [IgnoreRecorded] HttpClient client, // the shop's
                string city,
                [IgnoreRecorded][Description("Log")] Action<string> log);

            private int FindCore(HttpClient client, string city, Action<string> log) => 1;
        }
        """);

    [Fact]
    public Task A_result_has_no_such_fix() => IgnoreParameterVerifier.VerifyNoFixAsync("""
        public partial class Tools
        {
            [Recorded]
            public partial {|REEN3001:HttpClient|} Find();

            private HttpClient FindCore() => new();
        }
        """);
}
