namespace Reenact.Analyzers.Tests.Determinism;

public sealed class RandomnessTests
{
    [Theory]
    [InlineData("{|REEN2002:new Random()|}.Next()")]
    [InlineData("{|REEN2002:Random.Shared|}.Next(6)")]
    [InlineData("{|REEN2002:Guid.NewGuid()|}")]
    [InlineData("{|REEN2002:Guid.CreateVersion7()|}")]
    [InlineData("{|REEN2002:Guid.CreateVersion7(DateTimeOffset.UnixEpoch)|}")]
    [InlineData("{|REEN2002:System.Security.Cryptography.RandomNumberGenerator.GetInt32(6)|}")]
    [InlineData("{|REEN2002:System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)|}")]
    [InlineData("{|REEN2002:Path.GetRandomFileName()|}")]
    [InlineData("{|REEN2002:Path.GetTempFileName()|}")]
    [InlineData("{|REEN2002:new[] { 1, 2 }.Shuffle()|}.ToList()")]
    [InlineData("new[] { 1, 2 }.Select(_ => {|REEN2002:Guid.NewGuid()|}).ToList()")]
    [InlineData("(Func<Guid>){|REEN2002:Guid.NewGuid|}")]
    [InlineData("System.Diagnostics.Activity.Current?{|REEN2002:.Id|}")]
    public Task Random_values_and_fresh_ids_are_flagged(string expression) => DeterminismVerifier.VerifyAsync(Agent.Evaluating(expression));

    [Theory]
    [InlineData("new Random(42).Next()")]
    [InlineData("((Random)input).Next()")]
    [InlineData("Guid.Parse(\"0199b5a5-0000-7000-8000-000000000000\")")]
    [InlineData("Guid.Empty")]
    public Task A_constant_seed_and_given_ids_are_not_flagged(string expression) => DeterminismVerifier.VerifyAsync(Agent.Evaluating(expression));
}
