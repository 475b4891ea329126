using AirlineAgent.Agent;
using AirlineAgent.Data;
using AirlineAgent.Tools;
using AirlineAgent.Transcripts;
using Microsoft.Extensions.AI;
using Reenact;

namespace AirlineAgent.Tests;

public class TranscriptTests(RecordedTranscripts recorded) : IClassFixture<RecordedTranscripts>
{
    private const long SizeLimit = 1_210_000;
    private const long SizeLimitWithDictionary = 400_000;

    [Fact(Skip = PublicData.Missing, SkipUnless = nameof(PublicData.IsThere), SkipType = typeof(PublicData))]
    public void Every_conversation_is_recorded_whole()
    {
        var calls = new Dictionary<CallKind, long>();
        var files = Directory.GetFiles(recorded.Folder);
        foreach (var file in files)
        {
            using var recording = Recording.Open(file);
            foreach (var (kind, count) in recording.Summary.Calls)
                calls[kind] = calls.GetValueOrDefault(kind) + count;
        }

        Assert.Equal(0, recorded.Run!.ExitCode);
        Assert.Equal(200, files.Length);
        Assert.Equal(2454, calls[CallKind.Model]);
        Assert.Equal(1164, calls[CallKind.Tool]);
        Assert.Equal(1490, calls[CallKind.Human]);
        Assert.Equal(200, calls[CallKind.Retrieval]);
        Assert.Equal(200, calls[CallKind.Agent]);
    }

    [Fact(Skip = PublicData.Missing, SkipUnless = nameof(PublicData.IsThere), SkipType = typeof(PublicData))]
    public void The_recordings_are_small() =>
        Assert.InRange(Directory.GetFiles(recorded.Folder).Sum(file => new FileInfo(file).Length), 1, SizeLimit);

    [Fact(Skip = PublicData.Missing, SkipUnless = nameof(PublicData.IsThere), SkipType = typeof(PublicData))]
    public async Task With_a_dictionary_of_their_own_they_take_a_third_and_replay()
    {
        var folder = Directory.CreateTempSubdirectory("airline-agent-tests-").FullName;
        try
        {
            var dictionary = Path.Combine(folder, "airline" + RecordingDictionary.FileExtension);
            RecordingDictionary.Train(Directory.GetFiles(recorded.Folder).Select(Recording.Open)).Save(dictionary);
            var run = await Sample.RunAsync("record", "--transcripts", PublicData.Transcripts, "--database", PublicData.TauBench, "--out", folder, "--dictionary", dictionary);

            Assert.Equal(0, run.ExitCode);
            Assert.InRange(Directory.GetFiles(folder, "*.reenact").Sum(file => new FileInfo(file).Length), 1, SizeLimitWithDictionary);
            Assert.Equal("replayed 200 sessions: 5308 of 5308 calls matched, 0 live, 0 diverged", (await Sample.RunAsync("replay", folder)).LastLine);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact(Skip = PublicData.Missing, SkipUnless = nameof(PublicData.IsThere), SkipType = typeof(PublicData))]
    public async Task A_replay_matches_every_call()
    {
        var run = await Sample.RunAsync("replay", recorded.Folder);

        Assert.Equal("replayed 200 sessions: 5308 of 5308 calls matched, 0 live, 0 diverged", run.LastLine);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory(Skip = PublicData.Missing, SkipUnless = nameof(PublicData.IsThere), SkipType = typeof(PublicData))]
    [InlineData("reordered-call", "actual    ReservationTools.GetReservationDetails", "expected  ProfileTools.GetUserDetails", "order differs")]
    [InlineData("changed-argument", "arguments differ", "passengers[0].first_name")]
    [InlineData("skipped-confirmation", "expected  Customer.AnswerAsync", "actual    IChatClient.GetResponseAsync")]
    public async Task A_changed_agent_diverges_where_it_was_changed(string change, params string[] pointers)
    {
        var run = await Sample.RunAsync("replay", recorded.Folder, "--break", change);

        Assert.Equal(1, run.ExitCode);
        Assert.All(pointers, pointer => Assert.Contains(pointer, run.Output));
        Assert.DoesNotContain(" 0 diverged", run.LastLine);
    }

    [Fact(Skip = PublicData.Missing, SkipUnless = nameof(PublicData.IsThere), SkipType = typeof(PublicData))]
    public async Task Tools_answer_as_they_did_but_for_what_the_readme_explains()
    {
        var agreement = new AgreementTable();
        var database = DatabaseFiles.Load(PublicData.TauBench);
        foreach (var transcript in TranscriptFile.Load(PublicData.Transcripts))
        {
            var agent = new SupportAgent(
                new TranscriptModel(transcript),
                new ToolSet(database.Copy()),
                new Customer(new TranscriptLine(transcript)),
                new PolicyLibrary(_ => Task.FromResult(transcript.Policy)));
            await agent.HandleAsync(TestContext.Current.CancellationToken);
            agreement.Add(transcript, agent.Messages);
        }

        Assert.Equal(1164, agreement.Calls);
        Assert.Equal(1037, agreement.Count(Agreement.Same));
        Assert.Equal(120, agreement.Count("get_user_details", Agreement.Renamed));
        Assert.Equal(7, agreement.Count("search_onestop_flight", Agreement.Different));
    }
}
