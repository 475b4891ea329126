global using Xunit;
global using ContainingTypeVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Shapes.ContainingTypeAnalyzer>;
global using DeterminismVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Determinism.DeterminismAnalyzer>;
global using GenerateCoreVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Shapes.RecordedMethodAnalyzer,
    Reenact.CodeFixes.Shapes.GenerateCoreCodeFix>;
global using MakePartialVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Shapes.ContainingTypeAnalyzer,
    Reenact.CodeFixes.Shapes.MakePartialCodeFix>;
global using RecordedMethodVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Shapes.RecordedMethodAnalyzer>;
global using SplitMethodVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Shapes.RecordedMethodAnalyzer,
    Reenact.CodeFixes.Shapes.SplitMethodCodeFix>;
global using UseDeterministicVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Determinism.DeterminismAnalyzer,
    Reenact.CodeFixes.Determinism.UseDeterministicCodeFix>;
