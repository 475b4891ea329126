global using Xunit;
global using DeterminismVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Determinism.DeterminismAnalyzer>;
