global using Xunit;
global using DeterminismVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Determinism.DeterminismAnalyzer>;
global using UseDeterministicVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Determinism.DeterminismAnalyzer,
    Reenact.CodeFixes.Determinism.UseDeterministicCodeFix>;
