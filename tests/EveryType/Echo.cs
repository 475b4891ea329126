using EveryType.Values;
using Reenact;

namespace EveryType;

/// <summary>Gives back what it is given; on replay, what the recording has.</summary>
internal sealed partial class Echo
{
    [Recorded]
    public partial Numbers Numbers(Numbers value);

    private Numbers NumbersCore(Numbers value) => value;

    [Recorded]
    public partial Texts Texts(Texts value);

    private Texts TextsCore(Texts value) => value;

    [Recorded]
    public partial Times Times(Times value);

    private Times TimesCore(Times value) => value;

    [Recorded]
    public partial Documents Documents(Documents value);

    private Documents DocumentsCore(Documents value) => value;

    [Recorded]
    public partial Sequences Sequences(Sequences value);

    private Sequences SequencesCore(Sequences value) => value;

    [Recorded]
    public partial SharedSequences SharedSequences(SharedSequences value);

    private SharedSequences SharedSequencesCore(SharedSequences value) => value;

    [Recorded]
    public partial Dictionaries Dictionaries(Dictionaries value);

    private Dictionaries DictionariesCore(Dictionaries value) => value;

    [Recorded]
    public partial Objects Objects(Objects value);

    private Objects ObjectsCore(Objects value) => value;

    [Recorded]
    public partial Unions Unions(Unions value);

    private Unions UnionsCore(Unions value) => value;
}
