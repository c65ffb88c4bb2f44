package dev.tributary.run;

/** The names of the job parameters; the first three identify a run. */
public final class RunParameters {

    public static final String JOB = "job";
    public static final String BUSINESS_DATE = "businessDate";
    public static final String ATTEMPT = "attempt";

    /** The run's number in {@code sync_run}. */
    public static final String RUN = "run";

    /** The names of the sources that take part, separated by commas. */
    public static final String SOURCES = "sources";

    /** Which landed segments are staged again: the name of a {@link Restage}. */
    public static final String RESTAGE = "restage";

    private RunParameters() {}
}
