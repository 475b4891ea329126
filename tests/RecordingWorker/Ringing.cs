using Reenact.Keys;

namespace RecordingWorker;

/// <summary>Does everything that changes a key ring, and says what it was promised.</summary>
public static class Ringing
{
    /// <summary>
    /// Each line of output is a promise (<c>created</c>; <c>key 0123… base64</c>; <c>destroyed 0123…</c>), something begun (<c>destroying 0123…</c>) or an error that was
    /// told as it should be (<c>refused Failed</c>).
    /// </summary>
    public static async Task<int> RunAsync(string folder)
    {
        FileKeyRing? ring = null;
        await AttemptAsync(() =>
        {
            ring = FileKeyRing.Create(folder);
            Console.WriteLine("created");
            return Task.CompletedTask;
        });
        if (ring is not null)
        {
            await AttemptAsync(() => ring.AddTenantAsync("acme"));
            var first = await CreateAsync(ring);
            await CreateAsync(ring);
            if (first is { } id)
            {
                Console.WriteLine($"destroying {id}");
                await AttemptAsync(async () =>
                {
                    await ring.DestroyAsync(id, default);
                    Console.WriteLine($"destroyed {id}");
                });
            }

            await AttemptAsync(() => ring.RotateAsync("acme"));
            await CreateAsync(ring);
        }

        Console.WriteLine("end");
        return 0;
    }

    private static async Task<Guid?> CreateAsync(FileKeyRing ring)
    {
        Guid? id = null;
        await AttemptAsync(async () =>
        {
            using var key = await ring.CreateAsync("acme", default);
            id = key.Id;
            Console.WriteLine($"key {key.Id} {Convert.ToBase64String(key.Bytes)}");
        });
        return id;
    }

    private static async Task AttemptAsync(Func<Task> attempt)
    {
        try
        {
            await attempt();
        }
        catch (KeyStoreException exception)
        {
            Console.WriteLine($"refused {exception.Kind}");
        }
    }
}
