namespace Reenact.Lineage;

/// <summary>How content reappears; the first ones are the stronger. Where events are counted, answers of models are not.</summary>
public enum LineageMatch
{
    /// <summary>The same text of 16 characters and more; or of 8 and more, in at most 8 earlier events.</summary>
    Same = 0,

    /// <summary>A text of 16 characters and more is part of the earlier text.</summary>
    PartOfEarlier = 1,

    /// <summary>An earlier text of 16 characters and more is part of it.</summary>
    ContainsEarlier = 2,

    /// <summary>An id, a date or a long number, in at most 32 earlier events.</summary>
    Identifier = 3,

    /// <summary>A number of three or four digits, in at most 8 earlier events. Weak.</summary>
    Number = 4,

    /// <summary>A value that is one word of three letters and more, in at most 8 earlier events. Weak, and not looked for in messages of models.</summary>
    Word = 5,
}
