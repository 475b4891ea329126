global using Xunit;
global using CallRecordedMethodVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Shapes.CoreCallAnalyzer,
    Reenact.CodeFixes.Shapes.CallRecordedMethodCodeFix>;
global using ClaimedNameVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Shapes.ClaimedNameAnalyzer>;
global using ContainingTypeVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Shapes.ContainingTypeAnalyzer>;
global using CoreCallVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Shapes.CoreCallAnalyzer>;
global using DeterminismVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Determinism.DeterminismAnalyzer>;
global using EffectfulValueVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Data.EffectfulValueAnalyzer>;
global using GenerateCoreVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Shapes.RecordedMethodAnalyzer,
    Reenact.CodeFixes.Shapes.GenerateCoreCodeFix>;
global using ExtractRecordedVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Determinism.DeterminismAnalyzer,
    Reenact.CodeFixes.Determinism.Extraction.ExtractRecordedCodeFix>;
global using InvariantCultureVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Determinism.DeterminismAnalyzer,
    Reenact.CodeFixes.Determinism.Culture.InvariantCultureCodeFix>;
global using MakePartialVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Shapes.ContainingTypeAnalyzer,
    Reenact.CodeFixes.Shapes.MakePartialCodeFix>;
global using MarkTokenVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Shapes.StreamTokenAnalyzer,
    Reenact.CodeFixes.Shapes.MarkTokenCodeFix>;
global using IgnoreMemberVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Shapes.RecordedMethodAnalyzer,
    Reenact.CodeFixes.Data.IgnoreMemberCodeFix>;
global using IgnoreParameterVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Shapes.RecordedMethodAnalyzer,
    Reenact.CodeFixes.Data.IgnoreParameterCodeFix>;
global using MutatedValueVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Data.MutatedValueAnalyzer>;
global using OverrideVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Shapes.OverrideAnalyzer>;
global using RecordedMethodCountVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Summary.RecordedMethodCountAnalyzer>;
global using RecordedMethodVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Shapes.RecordedMethodAnalyzer>;
global using RecordOverrideVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Shapes.OverrideAnalyzer,
    Reenact.CodeFixes.Shapes.RecordOverrideCodeFix>;
global using RegisterCodecVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Shapes.RecordedMethodAnalyzer,
    Reenact.CodeFixes.Data.RegisterCodecCodeFix>;
global using SensitiveResultVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Data.SensitiveResultAnalyzer>;
global using SideEffectVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Testing.SideEffectAnalyzer>;
global using SplitMethodVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Shapes.RecordedMethodAnalyzer,
    Reenact.CodeFixes.Shapes.SplitMethodCodeFix>;
global using StatedApisVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Determinism.Apis.StatedApisAnalyzer>;
global using StreamTokenVerifier = Reenact.Analyzers.Tests.RuleVerifier<Reenact.Analyzers.Shapes.StreamTokenAnalyzer>;
global using UseDeterministicVerifier = Reenact.Analyzers.Tests.FixVerifier<
    Reenact.Analyzers.Determinism.DeterminismAnalyzer,
    Reenact.CodeFixes.Determinism.UseDeterministicCodeFix>;
