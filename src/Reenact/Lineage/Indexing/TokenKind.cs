namespace Reenact.Lineage;

/// <summary>What a part of a text looks like.</summary>
internal enum TokenKind
{
    /// <summary>Letters, or letters with underscores: no evidence unless it is a whole value.</summary>
    Word,

    /// <summary>A number of three or four digits.</summary>
    Number,

    /// <summary>Letters and digits, a date, five digits and more: what tells one thing from others.</summary>
    Identifier,
}
