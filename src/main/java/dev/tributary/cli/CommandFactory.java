package dev.tributary.cli;

import picocli.CommandLine;

/** Builds the command line. */
public final class CommandFactory {

    private CommandFactory() {}

    /** {@code tributary} with all its commands. */
    public static CommandLine commandLine(Launcher launcher) {
        Session session = new Session(launcher);
        return new CommandLine(new TributaryCommand(session))
                .addSubcommand(new SyncCommand(session))
                .addSubcommand(new CommandLine(new ContactsCommand()).addSubcommand(new ContactsImportCommand(session)))
                .addSubcommand(
                        new CommandLine(new QuarantineCommand()).addSubcommand(new QuarantineListCommand(session)))
                .addSubcommand(new StatusCommand(session))
                .addSubcommand(new ReportCommand(session))
                .addSubcommand(new ValidateCommand(session))
                .addSubcommand(new GenerateCommand(session))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Apology());
    }
}
