global using Reenact.Testing.Tests.Agents;
global using Reenact.Testing.Tests.Bench;
global using Xunit;
