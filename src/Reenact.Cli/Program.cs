using Reenact.Cli;

return ReenactTool.Run(args, ToolConsole.Process());
