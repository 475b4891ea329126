namespace Reenact.Tests.Protection;

/// <summary>Streams a text in small pieces, each in an item with much text beside it.</summary>
public sealed partial class WideDesk(string text)
{
    [Recorded]
    public partial IAsyncEnumerable<WidePiece> StreamAsync();

    private async IAsyncEnumerable<WidePiece> StreamCoreAsync()
    {
        for (var at = 0; at < text.Length; at += 4)
        {
            await Task.Yield();
            yield return new WidePiece($"{at:D3}{new string('.', 120)}", text[at..Math.Min(text.Length, at + 4)]);
        }
    }
}

public sealed record WidePiece(string Id, string Text);
