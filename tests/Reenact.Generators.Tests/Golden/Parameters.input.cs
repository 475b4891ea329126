namespace Acme;

public interface ILog
{
    void Write(string text);
}

public partial class Mailer
{
    [Recorded]
    public partial int Send(
        [IgnoreRecorded] ILog log,
        string subject,
        [IgnoreInMatch] string? traceId,
        DayOfWeek day = DayOfWeek.Monday,
        (int Row, string? Column) place = default,
        CancellationToken cancellationToken = default,
        params string?[] recipients);

    private int SendCore(ILog log, string subject, string? traceId, DayOfWeek day, (int Row, string? Column) place, CancellationToken cancellationToken, string?[] recipients) => recipients.Length;

    [Recorded]
    public partial int Sum(params List<int> numbers);

    private int SumCore(List<int> numbers) => numbers.Count;
}
