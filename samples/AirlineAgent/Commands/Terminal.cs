namespace AirlineAgent.Commands;

/// <summary>Where commands read and write.</summary>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error);
