namespace Reenact.Integrity;

/// <summary>What a recording's checkpoint says (C2SP tlog-checkpoint): which recording, how many leaves, which root.</summary>
internal readonly record struct Checkpoint(Guid SessionId, long Leaves, byte[] Root)
{
    /// <summary>The text that is signed.</summary>
    public string Text =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"reenact/{SessionId:D}\n{Leaves}\n{Convert.ToBase64String(Root)}\n");
}
