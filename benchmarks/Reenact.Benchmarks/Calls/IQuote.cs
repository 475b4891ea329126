namespace Reenact.Benchmarks.Calls;

public interface IQuote
{
    double Quote(string city, int nights);
}
