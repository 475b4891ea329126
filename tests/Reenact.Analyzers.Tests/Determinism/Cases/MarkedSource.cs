using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Reenact.Analyzers.Tests.Determinism.Cases;

/// <summary>A source without its marks, and the offences that they announce.</summary>
internal sealed partial record MarkedSource(string Text, ImmutableArray<MarkedOffence> Offences)
{
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var offences = ImmutableArray.CreateBuilder<MarkedOffence>();
        var open = new Stack<(string Rule, DiagnosticSeverity Severity, int Start)>();
        var at = 0;
        foreach (Match mark in Marks().Matches(marked))
        {
            text.Append(marked, at, mark.Index - at);
            at = mark.Index + mark.Length;
            if (mark.Groups["rule"] is { Success: true, Value: var rule })
            {
                var isInfo = mark.Groups["info"].Success || rule == Descriptors.UnknownTarget.Id;
                open.Push((rule, isInfo ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, text.Length));
            }
            else
            {
                var (ended, severity, start) = open.Pop();
                offences.Add(new MarkedOffence(ended, severity, TextSpan.FromBounds(start, text.Length)));
            }
        }

        Assert.Empty(open);
        text.Append(marked, at, marked.Length - at);
        return new MarkedSource(text.ToString(), offences.ToImmutable());
    }

    [GeneratedRegex(@"\{\|(?<rule>REEN\d{4})(?<info>~)?:|\|\}")]
    private static partial Regex Marks();
}

/// <summary>An offence that a row announces.</summary>
internal sealed record MarkedOffence(string Rule, DiagnosticSeverity Severity, TextSpan Span);
