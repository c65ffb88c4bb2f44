package dev.tributary.definition;

/** Records that a platform pushes to us, whenever it has some; a run takes in what has arrived. */
public record WebhookExtract(Platform platform) implements Extract {

    public static final String KIND = "webhook";

    @Override
    public String kind() {
        return KIND;
    }

    /** The name under which a delivery has landed tells its format. */
    @Override
    public FileOptions options() {
        return FileOptions.NONE;
    }
}
