namespace EveryType.Values;

/// <summary>Times, with their kinds and offsets.</summary>
internal sealed record Times(
    DateTime Utc,
    DateTime Unspecified,
    DateTime Local,
    DateTimeOffset Offset,
    DateOnly Date,
    TimeOnly Time,
    TimeSpan Span,
    TimeZoneInfo Zone,
    DayOfWeek Day)
{
    public static Times Sample => new(
        new DateTime(2026, 3, 1, 9, 30, 0, DateTimeKind.Utc).AddTicks(7),
        new DateTime(2026, 3, 1, 9, 30, 0, DateTimeKind.Unspecified),
        new DateTime(2026, 3, 1, 9, 30, 0, DateTimeKind.Local),
        new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(-3.5)),
        new DateOnly(2026, 3, 1), new TimeOnly(23, 59, 59, 999), TimeSpan.FromTicks(-1), TimeZoneInfo.Utc, DayOfWeek.Sunday);
}
