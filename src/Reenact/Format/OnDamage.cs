namespace Reenact;

/// <summary>What reading does where bytes of a recording are not what was written.</summary>
public enum OnDamage
{
    /// <summary>It stops there with a <see cref="RecordingException"/>.</summary>
    Throw = 0,

    /// <summary>It goes on after the damage, and <see cref="Recording.Problems"/> says what is missing. To look at what is left.</summary>
    Skip = 1,
}
