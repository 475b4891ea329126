using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Shapes;

public sealed class StreamTokenUnseenTests
{
    [Fact]
    public Task A_token_that_no_enumeration_reaches_is_flagged() => StreamTokenVerifier.VerifyAsync(
        ["""
        public partial class FlightTools
        {
            [Recorded]
            public partial IAsyncEnumerable<int> WatchAsync(string city, CancellationToken cancellationToken = default);

            private async IAsyncEnumerable<int> WatchCoreAsync(string city, CancellationToken {|#0:stop|})
            {
                await Task.Delay(1, stop);
                yield return 1;
            }
        }
        """],
        new DiagnosticResult(Descriptors.StreamTokenUnseen).WithLocation(0).WithArguments("stop", "WatchCoreAsync", "FlightTools.WatchAsync"));

    [Fact]
    public Task The_declarations_attribute_does_not_help() => StreamTokenVerifier.VerifyAsync("""
        using System.Runtime.CompilerServices;

        public partial class FlightTools
        {
            [Replayed]
            public partial IAsyncEnumerable<T> WatchAsync<T>([IgnoreRecorded] T city, [EnumeratorCancellation] CancellationToken cancellationToken);

            private async IAsyncEnumerable<T> WatchCoreAsync<T>(T city, CancellationToken {|REEN1009:cancellationToken|})
            {
                await Task.Yield();
                yield return city;
            }
        }
        """);

    [Fact]
    public Task Marked_tokens_other_streams_and_other_methods_are_not_flagged() => StreamTokenVerifier.VerifyAsync("""
        using System.Runtime.CompilerServices;

        public partial class FlightTools
        {
            [Recorded]
            public partial IAsyncEnumerable<int> WatchAsync(CancellationToken open, CancellationToken cancellationToken);

            private async IAsyncEnumerable<int> WatchCoreAsync(CancellationToken open, [EnumeratorCancellation] CancellationToken cancellationToken)
            {
                await Task.Delay(1, cancellationToken);
                yield return 1;
            }

            [Recorded]
            public partial IAsyncEnumerable<int> PassAsync(CancellationToken cancellationToken);

            private IAsyncEnumerable<int> PassCoreAsync(CancellationToken cancellationToken) => WatchAsync(default, cancellationToken);

            [Recorded]
            public partial IAsyncEnumerable<int> EndlessAsync(int from);

            private async IAsyncEnumerable<int> EndlessCoreAsync(int from)
            {
                await Task.Yield();
                yield return from;
            }

            [Recorded]
            public partial Task<int> SearchAsync(CancellationToken cancellationToken);

            private async Task<int> SearchCoreAsync(CancellationToken cancellationToken) => await Task.FromResult(1);

            public async IAsyncEnumerable<int> LooseCoreAsync(CancellationToken cancellationToken)
            {
                await Task.Yield();
                yield return 1;
            }
        }
        """);

    [Fact]
    public Task The_fix_marks_the_cores_token() => MarkTokenVerifier.VerifyAsync(
        """
        public partial class FlightTools
        {
            [Recorded]
            public partial IAsyncEnumerable<int> WatchAsync(string city, CancellationToken stop, CancellationToken other);

            private async IAsyncEnumerable<int> WatchCoreAsync(
                string city,
                CancellationToken {|REEN1009:stop|}, // by the caller
                CancellationToken other)
            {
                await Task.Yield();
                yield return 1;
            }

            [Recorded]
            public partial IAsyncEnumerable<int> NextAsync(CancellationToken stop);

            private async IAsyncEnumerable<int> NextCoreAsync(CancellationToken {|REEN1009:stop|}) { await Task.Yield(); yield return 1; }
        }
        """,
        """
        public partial class FlightTools
        {
            [Recorded]
            public partial IAsyncEnumerable<int> WatchAsync(string city, CancellationToken stop, CancellationToken other);

            private async IAsyncEnumerable<int> WatchCoreAsync(
                string city,
                [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop, // by the caller
                CancellationToken other)
            {
                await Task.Yield();
                yield return 1;
            }

            [Recorded]
            public partial IAsyncEnumerable<int> NextAsync(CancellationToken stop);

            private async IAsyncEnumerable<int> NextCoreAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop) { await Task.Yield(); yield return 1; }
        }
        """);
}
