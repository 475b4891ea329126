using System.CommandLine;
using Reenact.Comparing;
using Reenact.Files;
using Reenact.Keys;

namespace Reenact.Cli;

/// <summary><c>reenact diff BEFORE AFTER</c>: how two sessions differ, or two folders of sessions.</summary>
internal static class DiffCommand
{
    public static Command Create(ToolConsole console)
    {
        var before = Input("BEFORE", "A recording, or a folder of recordings.");
        var after = Input("AFTER", "What to compare it with: a recording, or a folder of recordings.");
        var full = new Option<bool>("--full") { Description = "Show every difference, also the calls and measures that are the same." };
        var json = new Option<bool>("--json") { Description = "Write the comparison as one JSON document." };
        var prices = new Option<string>("--prices") { Description = "A JSON file with what a million tokens cost, by model: {\"gpt-4o\": {\"input\": 2.5, \"output\": 10}}." };
        var keys = KeyRingInput.Option();
        var command = new Command("diff", "Compares two sessions call by call, or two folders of sessions by what is more than chance.") { before, after, full, json, prices, keys };
        command.SetAction(parsed =>
        {
            var (one, other) = (parsed.GetRequiredValue(before), parsed.GetRequiredValue(after));
            var keyStore = KeyRingInput.Read(parsed, keys);
            var priceList = parsed.GetValue(prices) is { } file ? PriceList.Read(file) : null;
            return (Directory.Exists(one), Directory.Exists(other)) switch
            {
                (true, true) => CompareSets(one, other, priceList, keyStore, parsed.GetValue(full), parsed.GetValue(json), console),
                (false, false) => CompareSessions(one, other, priceList, keyStore, parsed.GetValue(full), parsed.GetValue(json), console),
                _ => throw new UnreadableInputException(
                    $"{(Directory.Exists(one) ? one : other)} is a folder, and {(Directory.Exists(one) ? other : one)} is none. Give two recordings, or two folders of recordings."),
            };
        });
        return command;
    }

    private static Argument<string> Input(string name, string description)
    {
        var input = new Argument<string>(name) { Description = description };
        input.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError($"{name} is empty. Give the path of a recording, or of a folder of recordings.");
            }
        });
        return input;
    }

    private static int CompareSessions(
        string before, string after, IReadOnlyDictionary<string, ModelPrice>? prices, IKeyStore? keys, bool full, bool json, ToolConsole console)
    {
        using var one = Open(before, keys);
        using var other = Open(after, keys);
        var comparison = Compare(one, other, prices);
        if (json)
        {
            comparison.WriteJson(console.Output);
            console.Output.WriteLine();
        }
        else
        {
            new ComparisonPrinter(console, one, comparison, full).Print();
        }

        foreach (var recording in new[] { one, other }.Where(recording => recording.State == RecordingState.Unsealed))
        {
            console.Complain($"{recording.Path} is unsealed: still being written, or cut by a crash; what is compared is what there is.");
        }

        var isDamaged = false;
        foreach (var recording in new[] { one, other }.Where(recording => recording.State == RecordingState.Damaged))
        {
            console.Complain($"{recording.Path} is damaged: what can't be read of it was not compared. 'reenact verify' says what is wrong.");
            isDamaged = true;
        }

        return isDamaged ? ExitCode.CannotTell : comparison.AreEqual ? ExitCode.Fine : ExitCode.CheckFailed;
    }

    private static int CompareSets(string before, string after, IReadOnlyDictionary<string, ModelPrice>? prices, IKeyStore? keys, bool full, bool json, ToolConsole console)
    {
        var drift = Drift.Between(Recordings(before), Recordings(after), new DriftOptions { Prices = prices, KeyStore = keys });
        if (json)
        {
            console.Output.WriteLine(drift.ToJson());
        }
        else
        {
            DriftPrinter.Print(before, after, drift, full, console);
        }

        var unread = drift.Before.Unread.Concat(drift.After.Unread).ToList();
        foreach (var recording in unread)
        {
            console.Complain($"{recording.Message} It was left out.");
        }

        // What was left out may have been what is wrong: without it no difference is no good news.
        return drift.IsBeyondChance ? ExitCode.CheckFailed : unread.Count > 0 ? ExitCode.CannotTell : ExitCode.Fine;
    }

    private static SessionComparison Compare(Recording before, Recording after, IReadOnlyDictionary<string, ModelPrice>? prices)
    {
        try
        {
            return SessionComparison.Compare(before, after, new ComparisonOptions { Prices = prices });
        }
        catch (RecordingException exception)
        {
            // Damage is no difference.
            throw new UnreadableInputException(exception.Message, exception);
        }
    }

    /// <summary>Opens a recording. One of which nothing can be read is no difference.</summary>
    private static Recording Open(string path, IKeyStore? keys)
    {
        try
        {
            return RecordingInput.Open(path, keys);
        }
        catch (UnreadableInputException unreadable) when (unreadable.IsDamage)
        {
            throw new UnreadableInputException(unreadable.Message, unreadable);
        }
    }

    private static IReadOnlyList<string> Recordings(string folder)
    {
        try
        {
            var files = FolderSearch.Find(folder, "*.reenact");
            return files.Count > 0 ? files : throw new UnreadableInputException($"{folder}: there are no recordings (*.reenact) in this folder.");
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnreadableInputException(exception.Message, exception);
        }
    }
}
