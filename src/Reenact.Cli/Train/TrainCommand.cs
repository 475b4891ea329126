using System.CommandLine;
using Reenact.Files;

namespace Reenact.Cli;

/// <summary><c>reenact train DIR --out FILE</c>: learns a dictionary from the recordings of a folder.</summary>
internal static class TrainCommand
{
    public static Command Create(ToolConsole console)
    {
        var folder = new Argument<string>("DIR") { Description = "A folder with recordings (*.reenact), of one tenant." };
        var output = new Option<string>("--out") { Description = "Where the dictionary goes: a new file. Named *.reenact-dict, readers of recordings beside it find it.", Required = true };
        var size = new Option<int>("--size") { Description = "The largest size of the dictionary, in bytes.", DefaultValueFactory = _ => new DictionaryTrainingOptions().Size };
        var mixed = new Option<bool>("--mixed-tenants") { Description = "Learn from recordings of different tenants: the dictionary holds text of all of them, for whoever reads any." };
        var encrypted = new Option<bool>("--encrypted") { Description = "Learn from encrypted recordings, too: the dictionary is in the clear, and outlives their keys." };
        var ring = KeyRingInput.Option();
        var command = new Command("train", "Learns a dictionary from recordings, so that others like them take a fraction of the bytes.") { folder, output, size, mixed, encrypted, ring };
        command.SetAction(parsed =>
        {
            var options = new DictionaryTrainingOptions { Size = parsed.GetValue(size), MixTenants = parsed.GetValue(mixed), IncludeEncrypted = parsed.GetValue(encrypted) };
            try
            {
                var files = FolderSearch.Find(parsed.GetRequiredValue(folder), "*.reenact");
                var dictionary = RecordingDictionary.Train(Open(files, KeyRingInput.Read(parsed, ring)), options);
                var file = parsed.GetRequiredValue(output);
                dictionary.Save(file);
                console.Output.WriteLine(
                    $"{SafeText.OneLine(file)}: dictionary {dictionary.Id}, {dictionary.Content.Length:N0} bytes, from {Quantities.Count(files.Count, "recording")}. It holds text of them: keep it as you keep them.");
                return ExitCode.Fine;
            }
            catch (Exception exception) when (exception is RecordingException or IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
            {
                throw new UnreadableInputException(exception.Message, exception);
            }
        });
        return command;
    }

    /// <summary>Opens one at a time.</summary>
    private static IEnumerable<Recording> Open(IReadOnlyList<string> files, Keys.IKeyStore? keys)
    {
        foreach (var file in files)
        {
            using var recording = Recording.Open(file, new RecordingOpenOptions { KeyStore = keys });
            yield return recording;
        }
    }
}
