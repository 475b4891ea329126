namespace Reenact.Analyzers.Tests.Determinism;

public sealed class RandomnessTests
{
    [Theory]
    [InlineData("{|REEN2002:System.Security.Cryptography.RandomNumberGenerator.GetHexString(8)|}")]
    [InlineData("{|REEN2002:System.Security.Cryptography.RandomNumberGenerator.GetItems<int>(new[] { 1, 2 }, 1)|}")]
    [InlineData("{|REEN2002:System.Security.Cryptography.RSA.Create(2048)|}.KeySize")]
    [InlineData("{|REEN2002:System.Security.Cryptography.ECDsa.Create()|}")]
    [InlineData("{|REEN2002:new System.Security.Cryptography.HMACSHA256()|}.Key")]
    [InlineData("{|REEN2002:((Task)input).Id|}")]
    [InlineData("{|REEN2002:new[] { 1 }.ToAsyncEnumerable().Shuffle()|}")]
    [InlineData("{|REEN2002:((System.Diagnostics.Activity)input).TraceId|}")]
    [InlineData("{|REEN2002:new System.Security.Cryptography.Rfc2898DeriveBytes(\"a\", 16, 1000, System.Security.Cryptography.HashAlgorithmName.SHA256)|}.Salt")]
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

    [Theory]
    [InlineData("{|REEN2002:((System.Security.Cryptography.Aes)input).GenerateKey()|};")]
    [InlineData("{|REEN2002:((System.Security.Cryptography.Aes)input).GenerateIV()|};")]
    [InlineData("using var key = {|REEN2002:System.Security.Cryptography.RSA.Create()|}; var size = key.KeySize;")]
    [InlineData("var signature = {|REEN2002:((System.Security.Cryptography.ECDsa)input).SignData(new byte[1], System.Security.Cryptography.HashAlgorithmName.SHA256)|};")]
    public Task Making_up_keys_is_flagged(string statements) => DeterminismVerifier.VerifyAsync(Agent.Running(statements));

    [Theory]
    [InlineData("using var key = System.Security.Cryptography.RSA.Create(); key.ImportFromPem(\"…\"); var size = key.KeySize;")]
    [InlineData("var key = System.Security.Cryptography.ECDsa.Create(); key.ImportSubjectPublicKeyInfo(new byte[1], out _);")]
    [InlineData("using var key = System.Security.Cryptography.RSA.Create(new System.Security.Cryptography.RSAParameters());")]
    [InlineData("using var code = new System.Security.Cryptography.HMACSHA256(new byte[32]);")]
    [InlineData("var hash = System.Security.Cryptography.SHA256.HashData(new byte[1]);")]
    [InlineData("var ok = ((System.Security.Cryptography.ECDsa)input).VerifyHash(new byte[1], new byte[1]);")]
    public Task Working_with_given_keys_is_not_flagged(string statements) => DeterminismVerifier.VerifyAsync(Agent.Running(statements));
}
