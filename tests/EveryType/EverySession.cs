using EveryType.Values;
using Reenact;

namespace EveryType;

/// <summary>
/// Passes each value on twice: the second time what the first call gave. On replay that is what was read from the recording, and its encoding
/// is compared with the recorded one, so what reading loses is a divergence.
/// </summary>
internal sealed partial class EverySession
{
    private readonly Echo echo = new();

    [Replayed]
    public partial Task<int> RunAsync();

    private Task<int> RunCoreAsync()
    {
        echo.Numbers(echo.Numbers(Numbers.Sample));
        echo.Texts(echo.Texts(Texts.Sample));
        echo.Times(echo.Times(Times.Sample));
        echo.Documents(echo.Documents(Documents.Sample));
        echo.Sequences(echo.Sequences(Sequences.Sample));
        echo.SharedSequences(echo.SharedSequences(SharedSequences.Sample));
        echo.Dictionaries(echo.Dictionaries(Dictionaries.Sample));
        echo.Objects(echo.Objects(Objects.Sample));
        return Task.FromResult(0);
    }
}
