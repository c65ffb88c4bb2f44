package dev.tributary.decode;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The name of an entry of an archive, which a stranger chose. */
record EntryName(String value) {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");
    private static final Pattern ABSOLUTE = Pattern.compile("^([/\\\\]|[A-Za-z]:).*", Pattern.DOTALL);
    private static final Pattern UPWARDS = Pattern.compile("(^|.*[/\\\\])\\.\\.([/\\\\].*|$)", Pattern.DOTALL);
    private static final int LONGEST_SHOWN = 120;

    private static final Set<String> MEDIA = Set.of(
            ("jpg jpeg png gif webp bmp svg ico heic tif tiff mp3 mp4 m4a m4v mov avi webm mkv 3gp ogg oga opus wav amr aac"
                            + " htm html css map woff woff2 ttf otf eot ds_store")
                    .split(" "));

    /** Whether the name would lead out of the folder that the archive is unpacked in, or deceives. */
    boolean isRefused() {
        return CONTROL.matcher(value).find()
                || ABSOLUTE.matcher(value).matches()
                || UPWARDS.matcher(value).matches();
    }

    /** Whether it is a picture, a page or a program: nothing that holds a conversation. */
    boolean isBesides() {
        String file = file();
        return MEDIA.contains(file.substring(file.lastIndexOf('.') + 1))
                || file.startsWith("._")
                || file.startsWith("readme")
                || file.startsWith("license")
                || file.startsWith("no-data")
                || isViewer();
    }

    /** The X archive brings its own viewer, in the same language as its data. */
    private boolean isViewer() {
        return (value.startsWith("assets/") || value.contains("/assets/")) && value.endsWith(".js");
    }

    private String file() {
        return value.substring(value.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** The name as it may stand in a sentence. */
    String shown() {
        String clean = CONTROL.matcher(value).replaceAll("?");
        return "'" + (clean.length() > LONGEST_SHOWN ? clean.substring(0, LONGEST_SHOWN) + "…" : clean) + "'";
    }
}
