using System.ComponentModel;
using Reenact.Sessions;

namespace Reenact.Shims;

/// <summary>
/// Results that are made while they are read: what a core returns is read to its end, once, inside the call, so that the caller gets
/// what is recorded.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Materialized
{
    /// <summary>Runs what an iterator or a query yields, to its end. A collection stays as it is.</summary>
    public static IEnumerable<T> Sequence<T>(IEnumerable<T> sequence) =>
        sequence is null or ICollection<T> or IReadOnlyCollection<T> ? sequence! : [.. sequence];

    /// <inheritdoc cref="Sequence{T}(IEnumerable{T})"/>
    public static Task<IEnumerable<T>> Sequence<T>(Task<IEnumerable<T>> task)
    {
        return task is null || IsOver(task) ? task! : RunAsync(task);

        static async Task<IEnumerable<T>> RunAsync(Task<IEnumerable<T>> task) => Sequence(await task.ConfigureAwait(KeepsContext));
    }

    /// <inheritdoc cref="Sequence{T}(IEnumerable{T})"/>
    public static ValueTask<IEnumerable<T>> Sequence<T>(ValueTask<IEnumerable<T>> task) => new(Sequence(task.AsTask()));

    /// <summary>Reads what is left of a stream, disposes of it, and gives the same content as a stream that is in memory.</summary>
    /// <exception cref="InvalidOperationException">The stream holds more than 256 MiB.</exception>
    public static TStream Content<TStream>(TStream stream)
        where TStream : Stream
    {
        if (stream is null)
        {
            return null!;
        }

        using (stream)
        {
            using var content = new ContentBuffer();
            while (content.Add(stream.Read(content.Room)))
            {
            }

            return content.ToStream<TStream>();
        }
    }

    /// <inheritdoc cref="Content{TStream}(TStream)"/>
    public static Task<TStream> Content<TStream>(Task<TStream> task, CancellationToken cancellationToken = default)
        where TStream : Stream
    {
        return task is null || IsOver(task) ? task! : ReadAsync(task, cancellationToken);

        static async Task<TStream> ReadAsync(Task<TStream> task, CancellationToken cancellationToken)
        {
            var keeps = KeepsContext;
            if (await task.ConfigureAwait(keeps) is not { } stream)
            {
                return null!;
            }

            await using (stream.ConfigureAwait(keeps))
            {
                using var content = new ContentBuffer();
                while (content.Add(await stream.ReadAsync(content.RoomInMemory, cancellationToken).ConfigureAwait(keeps)))
                {
                }

                return content.ToStream<TStream>();
            }
        }
    }

    /// <inheritdoc cref="Content{TStream}(TStream)"/>
    public static ValueTask<TStream> Content<TStream>(ValueTask<TStream> task, CancellationToken cancellationToken = default)
        where TStream : Stream => new(Content(task.AsTask(), cancellationToken));

    /// <summary>Code on a pump stays there.</summary>
    private static bool KeepsContext => SynchronizationContext.Current is Pump;

    /// <summary>Whether a task ended without a result, which its caller gets as it is.</summary>
    private static bool IsOver(Task task) => task.IsFaulted || task.IsCanceled;
}
