namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>APIs of the framework that make random values, keys or fresh ids: REEN2002.</summary>
internal static class RandomApis
{
    private const string Key = "make the key outside of replayed code, or in a [Recorded] method";
    private const string Signature = "move it into a [Recorded] method: its padding or nonce is random";
    private const string Salt = "pass a key or salt that is given";

    public static IReadOnlyList<ApiGroup> Table { get; } =
    [
        new(Descriptors.Randomness, "use 'Deterministic.NewGuid()'",
        [
            "M:System.Guid.NewGuid",
        ]),
        new(Descriptors.Randomness, "use 'Deterministic.CreateVersion7()'",
        [
            "M:System.Guid.CreateVersion7",
        ]),
        new(Descriptors.Randomness, "use 'Deterministic.Random' or a constant seed",
        [
            "M:System.Random.#ctor",
        ]),
        new(Descriptors.Randomness, Remedies.Random,
        [
            "P:System.Random.Shared",
            "T:System.Security.Cryptography.RandomNumberGenerator",
            "M:Microsoft.VisualBasic.VBMath.Randomize",
            "M:Microsoft.VisualBasic.VBMath.Rnd",
        ]),
        new(Descriptors.Randomness, "use 'Shuffle' of 'Deterministic.Random'",
        [
            "M:System.Linq.AsyncEnumerable.Shuffle``1",
            "M:System.Linq.Enumerable.Shuffle``1",
            "M:System.Linq.Queryable.Shuffle``1",
        ]),
        new(Descriptors.Randomness, "make a name from 'Deterministic.NewGuid()'",
        [
            "M:System.IO.Path.GetRandomFileName",
            "M:System.IO.Path.GetTempFileName",
        ]),

        // Numbers and ids that the process hands out, and those of a trace.
        new(Descriptors.Randomness, Remedies.Capture,
        [
            "P:System.Diagnostics.Activity.Id",
            "P:System.Diagnostics.Activity.ParentId",
            "P:System.Diagnostics.Activity.ParentSpanId",
            "P:System.Diagnostics.Activity.RootId",
            "P:System.Diagnostics.Activity.SpanId",
            "P:System.Diagnostics.Activity.TraceId",
            "M:System.Diagnostics.ActivitySpanId.CreateRandom",
            "M:System.Diagnostics.ActivityTraceId.CreateRandom",
            "P:System.Threading.Tasks.Task.CurrentId",
            "P:System.Threading.Tasks.Task.Id",
            "P:System.Threading.Tasks.TaskScheduler.Id",
        ]),
        new(Descriptors.Randomness, Key,
        [
            "M:System.Security.Cryptography.CngKey.Create",
            "M:System.Security.Cryptography.CompositeMLDsa.GenerateKey",
            "M:System.Security.Cryptography.DSA.Create",
            "M:System.Security.Cryptography.DSACng.#ctor",
            "M:System.Security.Cryptography.DSACryptoServiceProvider.#ctor",
            "M:System.Security.Cryptography.DSAOpenSsl.#ctor",
            "M:System.Security.Cryptography.ECDiffieHellman.Create",
            "M:System.Security.Cryptography.ECAlgorithm.GenerateKey",
            "M:System.Security.Cryptography.ECDiffieHellmanCng.#ctor",
            "M:System.Security.Cryptography.ECDiffieHellmanOpenSsl.#ctor",
            "M:System.Security.Cryptography.ECDsa.Create",
            "M:System.Security.Cryptography.ECDsaCng.#ctor",
            "M:System.Security.Cryptography.ECDsaOpenSsl.#ctor",
            "M:System.Security.Cryptography.MLDsa.GenerateKey",
            "M:System.Security.Cryptography.MLKem.GenerateKey",
            "M:System.Security.Cryptography.RSA.Create",
            "M:System.Security.Cryptography.RSACng.#ctor",
            "M:System.Security.Cryptography.RSACryptoServiceProvider.#ctor",
            "M:System.Security.Cryptography.RSAOpenSsl.#ctor",
            "M:System.Security.Cryptography.SlhDsa.GenerateKey",
            "M:System.Security.Cryptography.SymmetricAlgorithm.GenerateIV",
            "M:System.Security.Cryptography.SymmetricAlgorithm.GenerateKey",
        ]),
        new(Descriptors.Randomness, Signature,
        [
            "M:System.Security.Cryptography.CompositeMLDsa.SignData",
            "M:System.Security.Cryptography.DSA.CreateSignature",
            "M:System.Security.Cryptography.DSA.SignData",
            "M:System.Security.Cryptography.DSA.TryCreateSignature",
            "M:System.Security.Cryptography.DSA.TrySignData",
            "M:System.Security.Cryptography.ECDsa.SignData",
            "M:System.Security.Cryptography.ECDsa.SignHash",
            "M:System.Security.Cryptography.ECDsa.TrySignData",
            "M:System.Security.Cryptography.ECDsa.TrySignHash",
            "M:System.Security.Cryptography.MLDsa.SignData",
            "M:System.Security.Cryptography.MLDsa.SignMu",
            "M:System.Security.Cryptography.MLDsa.SignPreHash",
            "M:System.Security.Cryptography.MLKem.Encapsulate",
            "M:System.Security.Cryptography.RSA.Encrypt",
            "M:System.Security.Cryptography.RSA.TryEncrypt",
            "M:System.Security.Cryptography.SlhDsa.SignData",
            "M:System.Security.Cryptography.SlhDsa.SignPreHash",
            "M:System.Security.Cryptography.X509Certificates.CertificateRequest.CreateSelfSigned",
        ]),
        new(Descriptors.Randomness, Salt,
        [
            "M:System.Security.Cryptography.HMACMD5.#ctor",
            "M:System.Security.Cryptography.HMACSHA1.#ctor",
            "M:System.Security.Cryptography.HMACSHA256.#ctor",
            "M:System.Security.Cryptography.HMACSHA384.#ctor",
            "M:System.Security.Cryptography.HMACSHA3_256.#ctor",
            "M:System.Security.Cryptography.HMACSHA3_384.#ctor",
            "M:System.Security.Cryptography.HMACSHA3_512.#ctor",
            "M:System.Security.Cryptography.HMACSHA512.#ctor",
            "M:System.Security.Cryptography.Rfc2898DeriveBytes.#ctor(System.String,System.Int32)",
            "M:System.Security.Cryptography.Rfc2898DeriveBytes.#ctor(System.String,System.Int32,System.Int32)",
            "M:System.Security.Cryptography.Rfc2898DeriveBytes.#ctor(System.String,System.Int32,System.Int32,System.Security.Cryptography.HashAlgorithmName)",
        ]),
    ];

    /// <summary>Overloads that are given what the others make up.</summary>
    public static IReadOnlyList<string> Fine { get; } =
    [
        "M:System.Random.#ctor(System.Int32)",
        "M:System.Security.Cryptography.RandomNumberGenerator.Dispose",
        "M:System.Security.Cryptography.DSA.Create(System.Security.Cryptography.DSAParameters)",
        "M:System.Security.Cryptography.ECDiffieHellman.Create(System.Security.Cryptography.ECParameters)",
        "M:System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECParameters)",
        "M:System.Security.Cryptography.HMACMD5.#ctor(System.Byte[])",
        "M:System.Security.Cryptography.HMACSHA1.#ctor(System.Byte[])",
        "M:System.Security.Cryptography.HMACSHA1.#ctor(System.Byte[],System.Boolean)",
        "M:System.Security.Cryptography.HMACSHA256.#ctor(System.Byte[])",
        "M:System.Security.Cryptography.HMACSHA384.#ctor(System.Byte[])",
        "M:System.Security.Cryptography.HMACSHA3_256.#ctor(System.Byte[])",
        "M:System.Security.Cryptography.HMACSHA3_384.#ctor(System.Byte[])",
        "M:System.Security.Cryptography.HMACSHA3_512.#ctor(System.Byte[])",
        "M:System.Security.Cryptography.HMACSHA512.#ctor(System.Byte[])",
        "M:System.Security.Cryptography.RSA.Create(System.Security.Cryptography.RSAParameters)",
    ];
}
