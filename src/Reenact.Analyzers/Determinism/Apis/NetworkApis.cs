namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>APIs of the framework that reach other machines and other processes: REEN2004.</summary>
internal static class NetworkApis
{
    public static IReadOnlyList<ApiGroup> Table { get; } =
    [
        // HTTP. Making a client or a request sends nothing yet.
        new(Descriptors.InputOutput, Remedies.Record,
        [
            "M:System.Net.Http.DelegatingHandler.Send",
            "M:System.Net.Http.DelegatingHandler.SendAsync",
            "M:System.Net.Http.HttpClient.DeleteAsync",
            "M:System.Net.Http.HttpClient.GetAsync",
            "M:System.Net.Http.HttpClient.GetByteArrayAsync",
            "M:System.Net.Http.HttpClient.GetStreamAsync",
            "M:System.Net.Http.HttpClient.GetStringAsync",
            "M:System.Net.Http.HttpClient.PatchAsync",
            "M:System.Net.Http.HttpClient.PostAsync",
            "M:System.Net.Http.HttpClient.PutAsync",
            "M:System.Net.Http.HttpClient.Send",
            "M:System.Net.Http.HttpClient.SendAsync",
            "M:System.Net.Http.HttpMessageHandler.Send",
            "M:System.Net.Http.HttpMessageHandler.SendAsync",
            "M:System.Net.Http.HttpMessageInvoker.Send",
            "M:System.Net.Http.HttpMessageInvoker.SendAsync",
            "T:System.Net.Http.Json.HttpClientJsonExtensions",
            "T:System.Net.HttpListener",
            "T:System.Net.HttpListenerContext",
            "T:System.Net.HttpListenerRequest",
            "T:System.Net.HttpListenerResponse",
            "T:System.Net.IWebRequestCreate",
            "T:System.Net.ServicePoint",
            "T:System.Net.ServicePointManager",
            "T:System.Net.WebClient",
            "T:System.Net.WebRequest",
            "T:System.Net.WebResponse",
        ]),

        // Names, sockets, secured streams, mail, what the network looks like.
        new(Descriptors.InputOutput, Remedies.Record,
        [
            "T:System.Net.Dns",
            "T:System.Net.Mail.SmtpClient",
            "T:System.Net.NetworkInformation.IPGlobalProperties",
            "T:System.Net.NetworkInformation.NetworkChange",
            "T:System.Net.NetworkInformation.NetworkInterface",
            "T:System.Net.NetworkInformation.Ping",
            "T:System.Net.Quic.QuicConnection",
            "T:System.Net.Quic.QuicListener",
            "T:System.Net.Quic.QuicStream",
            "T:System.Net.Security.AuthenticatedStream",
            "T:System.Net.Security.NegotiateAuthentication",
            "T:System.Net.Sockets.NetworkStream",
            "T:System.Net.Sockets.Socket",
            "T:System.Net.Sockets.SocketTaskExtensions",
            "T:System.Net.Sockets.TcpClient",
            "T:System.Net.Sockets.TcpListener",
            "T:System.Net.Sockets.UdpClient",
            "T:System.Net.WebSockets.HttpListenerWebSocketContext",
            "T:System.Net.WebSockets.WebSocket",
            "T:System.Net.WebSockets.WebSocketStream",
        ]),

        // Pipes and processes.
        new(Descriptors.InputOutput, Remedies.Record,
        [
            "T:Microsoft.Win32.Registry",
            "T:Microsoft.Win32.RegistryKey",
            "T:System.Diagnostics.Process",
            "T:System.IO.Pipes.AnonymousPipeServerStreamAcl",
            "T:System.IO.Pipes.NamedPipeServerStreamAcl",
            "T:System.IO.Pipes.PipeStream",
            "T:System.IO.Pipes.PipesAclExtensions",
            "T:System.Runtime.InteropServices.JavaScript.JSHost",
            "T:System.Runtime.InteropServices.JavaScript.JSObject",
            "M:Microsoft.VisualBasic.Interaction.AppActivate",
            "M:Microsoft.VisualBasic.Interaction.CreateObject",
            "M:Microsoft.VisualBasic.Interaction.DeleteSetting",
            "M:Microsoft.VisualBasic.Interaction.GetAllSettings",
            "M:Microsoft.VisualBasic.Interaction.GetObject",
            "M:Microsoft.VisualBasic.Interaction.GetSetting",
            "M:Microsoft.VisualBasic.Interaction.InputBox",
            "M:Microsoft.VisualBasic.Interaction.MsgBox",
            "M:Microsoft.VisualBasic.Interaction.SaveSetting",
            "M:Microsoft.VisualBasic.Interaction.Shell",
        ]),

        // The terminal, as far as it answers.
        new(Descriptors.InputOutput, Remedies.Record,
        [
            "E:System.Console.CancelKeyPress",
            "P:System.Console.In",
            "P:System.Console.KeyAvailable",
            "M:System.Console.OpenStandardInput",
            "M:System.Console.Read",
            "M:System.Console.ReadKey",
            "M:System.Console.ReadLine",
        ]),
    ];
}
