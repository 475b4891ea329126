using System.CommandLine;
using Reenact.Keys;

namespace Reenact.Cli;

/// <summary><c>reenact keys</c>: makes a key ring, adds tenants to it, replaces their keys, destroys the key of a session.</summary>
internal static class KeysCommand
{
    public static Command Create(ToolConsole console) => new("keys", "Makes and keeps the key ring that recordings are encrypted with.")
    {
        CreateRing(console),
        Add(console),
        List(console),
        Rotate(console),
        Destroy(console),
    };

    private static Command CreateRing(ToolConsole console)
    {
        var folder = KeyRingInput.Option();
        var command = new Command("create", "Makes a key ring without tenants, in a folder that is empty or not there yet.") { folder };
        command.SetAction(parsed => Run(() =>
        {
            var ring = FileKeyRing.Create(KeyRingInput.RequiredFolder(parsed, folder));
            console.Output.WriteLine($"{SafeText.OneLine(ring.Folder)}: made a key ring. Add tenants with 'reenact keys add', and keep copies of it apart from the recordings.");
        }));
        return command;
    }

    private static Command Add(ToolConsole console)
    {
        var (folder, tenant) = (KeyRingInput.Option(), Tenant());
        var command = new Command("add", "Makes the key of a tenant.") { tenant, folder };
        command.SetAction(parsed => Run(() =>
        {
            var ring = Open(parsed, folder);
            ring.AddTenantAsync(parsed.GetRequiredValue(tenant)).GetAwaiter().GetResult();
            console.Output.WriteLine($"{SafeText.OneLine(ring.Folder)}: added tenant {SafeText.OneLine(parsed.GetRequiredValue(tenant))}.");
        }));
        return command;
    }

    private static Command List(ToolConsole console)
    {
        var folder = KeyRingInput.Option();
        var command = new Command("list", "Lists the tenants of a key ring, one a line.") { folder };
        command.SetAction(parsed => Run(() =>
        {
            foreach (var tenant in Open(parsed, folder).Tenants)
            {
                console.Output.WriteLine(SafeText.OneLine(tenant));
            }
        }));
        return command;
    }

    private static Command Rotate(ToolConsole console)
    {
        var (folder, tenant) = (KeyRingInput.Option(), Tenant());
        var command = new Command("rotate", "Replaces the key of a tenant, and wraps the keys of its sessions under the new one. No recording is touched.") { tenant, folder };
        command.SetAction(parsed => Run(() =>
        {
            var ring = Open(parsed, folder);
            var count = ring.RotateAsync(parsed.GetRequiredValue(tenant)).GetAwaiter().GetResult();
            console.Output.WriteLine(
                $"{SafeText.OneLine(ring.Folder)}: tenant {SafeText.OneLine(parsed.GetRequiredValue(tenant))} has a new key, which wraps {Quantities.Count(count, "session key")}; the old one is destroyed here. Replace copies of the ring.");
        }));
        return command;
    }

    private static Command Destroy(ToolConsole console)
    {
        var (file, folder) = (RecordingInput.Argument(), KeyRingInput.Option());
        var command = new Command("destroy", "Destroys the key of a recording, so that nobody can read it or a copy of it any more. This can't be undone.") { file, folder };
        command.SetAction(parsed => Run(() =>
        {
            using var recording = RecordingInput.OpenWithoutContents(parsed.GetRequiredValue(file), keys: null);
            var path = SafeText.OneLine(recording.Path);
            if (recording.KeyId is not { } keyId)
            {
                throw new UnreadableInputException($"{recording.Path} is not encrypted: there is no key to destroy. Delete the file, and its copies.");
            }

            var ring = Open(parsed, folder);
            ring.DestroyAsync(keyId, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            console.Output.WriteLine($"{path}: erased. Key {keyId} is destroyed in {SafeText.OneLine(ring.Folder)}.");
            console.Output.WriteLine("Copies of the key ring that were made before still hold it: rotate the tenant's key, and replace them.");
        }));
        return command;
    }

    private static Argument<string> Tenant()
    {
        var tenant = new Argument<string>("TENANT") { Description = "The tenant's name, as sessions give it." };
        tenant.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("TENANT is empty. Give the tenant's name.");
            }
        });
        return tenant;
    }

    private static FileKeyRing Open(ParseResult parsed, Option<string?> folder) => FileKeyRing.Open(KeyRingInput.RequiredFolder(parsed, folder));

    private static int Run(Action action)
    {
        try
        {
            action();
            return ExitCode.Fine;
        }
        catch (Exception exception) when (exception is KeyStoreException or ArgumentException)
        {
            throw new UnreadableInputException(exception.Message, exception);
        }
    }
}
