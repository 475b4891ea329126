namespace Reenact.Lineage;

/// <summary>Where lineage leads.</summary>
public enum LineageDirection
{
    /// <summary>To what something was derived from.</summary>
    Back = 0,

    /// <summary>To what came of something.</summary>
    Forward = 1,
}
