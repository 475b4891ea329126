using Reenact.Keys;
using Xunit;

namespace Reenact.Tests.Keys;

public sealed class FileKeyRingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reenact-ring-").FullName;

    private string RingFolder => Path.Combine(folder, "ring");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_key_is_found_again_by_its_id()
    {
        var ring = await RingAsync("acme", "globex");
        using var made = await ring.CreateAsync("acme", Cancel);
        using var other = await ring.CreateAsync("globex", Cancel);
        using var found = await FileKeyRing.Open(RingFolder).FindAsync(made.Id, Cancel);
        Assert.Equal(made.Bytes.ToArray(), found.Bytes.ToArray());
        Assert.NotEqual(made.Bytes.ToArray(), other.Bytes.ToArray());
        Assert.Equal(["acme", "globex"], FileKeyRing.Open(RingFolder).Tenants);
    }

    [Fact]
    public async Task No_file_holds_a_session_key_or_says_whose_it_is()
    {
        var ring = await RingAsync("acme");
        using var key = await ring.CreateAsync("acme", Cancel);
        foreach (var file in Files("sessions"))
        {
            var bytes = File.ReadAllBytes(file);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(key.Bytes));
            Assert.Equal(-1, bytes.AsSpan().IndexOf("acme"u8));
        }

        Assert.DoesNotContain(Convert.ToHexString(key.Bytes), key.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Rotation_keeps_session_keys_and_makes_the_old_tenant_key_useless()
    {
        var ring = await RingAsync("acme", "globex");
        using var first = await ring.CreateAsync("acme", Cancel);
        using var others = await ring.CreateAsync("globex", Cancel);
        var wrappedBefore = File.ReadAllBytes(FileOf(first.Id));
        var othersBefore = File.ReadAllBytes(FileOf(others.Id));

        Assert.Equal(1, await ring.RotateAsync("acme", Cancel));

        using var again = await ring.FindAsync(first.Id, Cancel);
        Assert.Equal(first.Bytes.ToArray(), again.Bytes.ToArray());
        Assert.Equal(othersBefore, File.ReadAllBytes(FileOf(others.Id)));
        File.WriteAllBytes(FileOf(first.Id), wrappedBefore); // As a copy of the ring has it.
        await AssertFailsAsync(KeyStoreErrorKind.Damaged, () => ring.FindAsync(first.Id, Cancel).AsTask());
    }

    [Fact]
    public async Task A_rotation_that_ended_too_early_is_finished_by_the_next()
    {
        var ring = await RingAsync("acme");
        using var first = await ring.CreateAsync("acme", Cancel);
        using var second = await ring.CreateAsync("acme", Cancel);
        var good = File.ReadAllBytes(FileOf(second.Id));
        File.WriteAllBytes(FileOf(second.Id), new byte[good.Length]);
        await AssertFailsAsync(KeyStoreErrorKind.Damaged, () => ring.RotateAsync("acme", Cancel));
        File.WriteAllBytes(FileOf(second.Id), good);

        using (await ring.FindAsync(first.Id, Cancel))
        using (await ring.FindAsync(second.Id, Cancel))
        using (var third = await ring.CreateAsync("acme", Cancel))
        {
            Assert.Equal(3, await ring.RotateAsync("acme", Cancel));
            using var found = await ring.FindAsync(third.Id, Cancel);
            using var foundSecond = await ring.FindAsync(second.Id, Cancel);
            Assert.Equal(second.Bytes.ToArray(), foundSecond.Bytes.ToArray());
        }
    }

    [Fact]
    public async Task Keys_made_destroyed_and_rotated_at_the_same_time_are_what_they_were()
    {
        await RingAsync("acme");
        var keys = new System.Collections.Concurrent.ConcurrentBag<SessionKey>();
        var destroyed = new System.Collections.Concurrent.ConcurrentBag<Guid>();
        await Task.WhenAll(
            Task.Run(() => MakeAsync(FileKeyRing.Open(RingFolder)), Cancel),
            Task.Run(() => MakeAsync(FileKeyRing.Open(RingFolder)), Cancel),
            Task.Run(() => RotateAsync(FileKeyRing.Open(RingFolder)), Cancel),
            Task.Run(() => RotateAsync(FileKeyRing.Open(RingFolder)), Cancel));
        var ring = FileKeyRing.Open(RingFolder);
        await ring.RotateAsync("acme", Cancel);
        foreach (var key in keys)
        {
            using var found = await ring.FindAsync(key.Id, Cancel);
            Assert.Equal(key.Bytes.ToArray(), found.Bytes.ToArray());
            key.Dispose();
        }

        foreach (var id in destroyed)
            await AssertFailsAsync(KeyStoreErrorKind.Destroyed, () => ring.FindAsync(id, Cancel).AsTask());
        Assert.Equal(20, keys.Count);
        Assert.Equal(20, destroyed.Count);

        async Task MakeAsync(FileKeyRing own)
        {
            for (var i = 0; i < 10; i++)
            {
                keys.Add(await own.CreateAsync("acme", Cancel));
                using var gone = await own.CreateAsync("acme", Cancel);
                await own.DestroyAsync(gone.Id, Cancel);
                destroyed.Add(gone.Id);
            }
        }

        async Task RotateAsync(FileKeyRing own)
        {
            for (var i = 0; i < 3; i++)
                await own.RotateAsync("acme", Cancel);
        }
    }

    [Fact]
    public async Task A_destroyed_key_is_gone_from_the_disk_and_known_to_be_destroyed()
    {
        var ring = await RingAsync("acme");
        using var key = await ring.CreateAsync("acme", Cancel);
        var wrapped = File.ReadAllBytes(FileOf(key.Id)).AsSpan(^48..).ToArray();
        await ring.DestroyAsync(key.Id, Cancel);
        await ring.DestroyAsync(key.Id, Cancel);
        await AssertFailsAsync(KeyStoreErrorKind.Destroyed, () => ring.FindAsync(key.Id, Cancel).AsTask());
        await ring.RotateAsync("acme", Cancel);
        await AssertFailsAsync(KeyStoreErrorKind.Destroyed, () => ring.FindAsync(key.Id, Cancel).AsTask());
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(wrapped));
        await AssertFailsAsync(KeyStoreErrorKind.NotFound, () => ring.DestroyAsync(Guid.NewGuid(), Cancel).AsTask());
    }

    [Fact]
    public async Task What_is_wrong_with_a_ring_is_told_by_its_kind()
    {
        await AssertFailsAsync(KeyStoreErrorKind.NoStore, () => Task.FromResult(FileKeyRing.Open(RingFolder)));
        await AssertFailsAsync(KeyStoreErrorKind.NoStore, () => Task.FromResult(FileKeyRing.Create(Path.Combine(RingFolder, "deeper"))));
        var ring = await RingAsync("acme");
        await AssertFailsAsync(KeyStoreErrorKind.AlreadyExists, () => Task.FromResult(FileKeyRing.Create(RingFolder)));
        await AssertFailsAsync(KeyStoreErrorKind.AlreadyExists, () => ring.AddTenantAsync("acme", Cancel));
        await AssertFailsAsync(KeyStoreErrorKind.UnknownTenant, () => ring.CreateAsync("initech", Cancel).AsTask());
        await AssertFailsAsync(KeyStoreErrorKind.UnknownTenant, () => ring.RotateAsync("initech", Cancel));
        await AssertFailsAsync(KeyStoreErrorKind.NotFound, () => ring.FindAsync(Guid.NewGuid(), Cancel).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => ring.AddTenantAsync("a\nb", Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => ring.AddTenantAsync(new string('x', 1025), Cancel));
        File.WriteAllText(Path.Combine(RingFolder, "ring"), "something else");
        await AssertFailsAsync(KeyStoreErrorKind.Damaged, () => Task.FromResult(FileKeyRing.Open(RingFolder)));
    }

    [Fact]
    public async Task Hostile_files_are_refused_whatever_they_hold()
    {
        var ring = await RingAsync("acme");
        using var key = await ring.CreateAsync("acme", Cancel);
        var tenantFile = Assert.Single(Files("tenants"));
        foreach (var file in new[] { tenantFile, FileOf(key.Id) })
        {
            var good = File.ReadAllBytes(file);
            List<byte[]> hostile = [[], [1], new byte[good.Length], new byte[1 << 20], good[..^1], [.. good, 0]];
            for (var place = 0; place < good.Length; place++)
            {
                var changed = good.ToArray();
                changed[place] ^= 0x5A;
                hostile.Add(changed);
            }

            foreach (var bytes in hostile)
            {
                File.WriteAllBytes(file, bytes);
                await AssertFailsAsync(KeyStoreErrorKind.Damaged, () => ring.FindAsync(key.Id, Cancel).AsTask());
            }

            File.WriteAllBytes(file, good);
        }

        using var found = await ring.FindAsync(key.Id, Cancel);
        Assert.Equal(key.Bytes.ToArray(), found.Bytes.ToArray());
    }

    [Fact]
    public async Task A_ring_that_others_can_read_is_not_used()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows inherits who can read from the folder above.");
        if (OperatingSystem.IsWindows())
            return;
        var ring = await RingAsync("acme");
        foreach (var file in Directory.EnumerateFiles(RingFolder, "*", SearchOption.AllDirectories))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(RingFolder));

        File.SetUnixFileMode(Assert.Single(Files("tenants")), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        await AssertFailsAsync(KeyStoreErrorKind.Exposed, () => ring.CreateAsync("acme", Cancel).AsTask());
        File.SetUnixFileMode(RingFolder, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead);
        await AssertFailsAsync(KeyStoreErrorKind.Exposed, () => Task.FromResult(FileKeyRing.Open(RingFolder)));
    }

    [Fact]
    public async Task Whoever_waits_for_the_ring_can_be_canceled()
    {
        var ring = await RingAsync("acme");
        using var held = new FileStream(Path.Combine(RingFolder, "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using var ending = new CancellationTokenSource();
        var creating = ring.CreateAsync("acme", ending.Token).AsTask();
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => creating);
    }

    [Fact]
    public void A_session_key_is_erased_when_it_is_disposed()
    {
        var key = SessionKey.Generate();
        var bytes = key.Bytes;
        Assert.NotEqual(-1, bytes.IndexOfAnyExcept((byte)0));
        key.Dispose();
        Assert.Equal(-1, bytes.IndexOfAnyExcept((byte)0));
        Assert.Throws<ObjectDisposedException>(() => key.Bytes.Length);
        Assert.Throws<ArgumentException>(() => new SessionKey(Guid.Empty, new byte[32]));
        Assert.Throws<ArgumentException>(() => new SessionKey(Guid.NewGuid(), new byte[31]));
    }

    private static async Task AssertFailsAsync(KeyStoreErrorKind kind, Func<Task> action)
    {
        var error = await Assert.ThrowsAsync<KeyStoreException>(action);
        Assert.Equal(kind, error.Kind);
        Assert.NotEmpty(error.Message);
    }

    private async Task<FileKeyRing> RingAsync(params string[] tenants)
    {
        var ring = FileKeyRing.Create(RingFolder);
        foreach (var tenant in tenants)
            await ring.AddTenantAsync(tenant, Cancel);
        return ring;
    }

    private string FileOf(Guid keyId) => Files("sessions").Single(file => Path.GetFileName(file) == keyId.ToString("N"));

    private IEnumerable<string> Files(string part) => Directory.EnumerateFiles(Path.Combine(RingFolder, part), "*", SearchOption.AllDirectories);
}
