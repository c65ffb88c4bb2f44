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
                .addSubcommand(Group.of(
                        "contacts",
                        "Works on the CRM's contacts.",
                        new ContactsImportCommand(session),
                        new ContactsDedupeCommand(session)))
                .addSubcommand(Group.of(
                        "review",
                        "The cases that wait for a person.",
                        new ReviewListCommand(session),
                        new ReviewExportCommand(session),
                        new ReviewApplyCommand(session)))
                .addSubcommand(new LinkCommand(session))
                .addSubcommand(new UnlinkCommand(session))
                .addSubcommand(new MergeCommand(session))
                .addSubcommand(new UnmergeCommand(session))
                .addSubcommand(new MoveCommand(session))
                .addSubcommand(Group.of(
                        "source",
                        "Shows and tries sources.",
                        new SourceListCommand(session),
                        new SourceTestCommand(session)))
                .addSubcommand(new BackfillCommand(session))
                .addSubcommand(Group.of(
                        "quarantine",
                        "Works on the records that could not be read or mapped.",
                        new QuarantineListCommand(session),
                        new QuarantineReplayCommand(session)))
                .addSubcommand(Group.of(
                        "identifiers",
                        "Works on identifiers that many people share.",
                        new IdentifiersListCommand(session),
                        new IdentifiersShareCommand(session),
                        new IdentifiersUnshareCommand(session)))
                .addSubcommand(
                        Group.of("rules", "Works on the rules that say who is who.", new RulesRehearseCommand(session)))
                .addSubcommand(new ExplainCommand(session))
                .addSubcommand(new ServeCommand(session))
                .addSubcommand(
                        Group.of("schedule", "Works on what runs by itself.", new ScheduleReloadCommand(session)))
                .addSubcommand(Group.of(
                        "user",
                        "Says who may sign in to 'tributary serve'.",
                        new UserAddCommand(session),
                        new UserListCommand(session),
                        new UserPasswordCommand(session),
                        new UserRemoveCommand(session)))
                .addSubcommand(Group.of(
                        "token",
                        "Says which programs may ask /api.",
                        new TokenAddCommand(session),
                        new TokenListCommand(session),
                        new TokenRevokeCommand(session)))
                .addSubcommand(Group.of(
                        "audit",
                        "Shows who did what, and that nobody changed the list.",
                        new AuditVerifyCommand(session),
                        new AuditListCommand(session)))
                .addSubcommand(new ApproveCommand(session))
                .addSubcommand(new StatusCommand(session))
                .addSubcommand(new ReportCommand(session))
                .addSubcommand(new ValidateCommand(session))
                .addSubcommand(new DoctorCommand(session))
                .addSubcommand(new GenerateCommand(session))
                .addSubcommand(new EvaluateCommand(session))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Apology());
    }
}
