package dev.tributary.browser;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The Webers, who have one telephone for five people, and couples who have one address for two. */
final class Families {

    /** The number of the Webers. */
    static final String NUMBER = "+493023125400";

    static final String CONTACTS = """
            C101,Greta Weber,Greta,Weber,,greta.weber@example.org,+49 30 23125400,
            C102,Karl Weber,Karl,Weber,,,+49 30 23125400,
            C103,Ida Weber,Ida,Weber,,ida@weber.example,+49 30 23125400,
            C111,Jule Brandt,Jule,Brandt,,familie.brandt@example.org,,
            C112,Nils Brandt,Nils,Brandt,,familie.brandt@example.org,,
            C113,Vera Lorenz,Vera,Lorenz,,lorenz@example.org,,
            C114,Otto Lorenz,Otto,Lorenz,,lorenz@example.org,,
            C115,Mara Seidel,Mara,Seidel,,seidel@example.org,,
            C116,Till Seidel,Till,Seidel,,seidel@example.org,,
            C117,Rosa Engel,Rosa,Engel,,engel@example.org,,
            C118,Finn Engel,Finn,Engel,,engel@example.org,,
            """;

    private record Line(String who, String name, String address, String text) {}

    private static final List<Line> LINES = List.of(
            new Line("greta", "Greta W.", NUMBER, "Is the Ridge 2 back in stock?"),
            new Line("karl", "K. Weber", NUMBER, "My wife asked about the tent. I ask about the stove."),
            new Line("oma", "Oma Weber", NUMBER, "Do you have slippers for a hut? Size 38, please."),
            new Line("ida", "ida_w", NUMBER, "can i bring back the red jacket"),
            new Line("jb", "Brandt", "familie.brandt@example.org", "The parcel came without the pegs."),
            new Line("nb", "Brandt N", "familie.brandt@example.org", "The pegs are here now. Thank you!"),
            new Line("vl", "Lorenz", "lorenz@example.org", "Which gas fits the small stove?"),
            new Line("ms", "Seidel", "seidel@example.org", "Please send the invoice again."),
            new Line("re", "Engel", "engel@example.org", "We would like to change the date of the course."));

    private Families() {}

    /** The lines of a file. */
    static String messages() {
        return LINES.stream().map(Families::written).collect(Collectors.joining());
    }

    private static String written(Line line) {
        Map<String, String> message = new TreeMap<>(Map.of(
                "id", "chat-" + line.who,
                "at", "2026-05-2%dT10:00:00Z".formatted(LINES.indexOf(line)),
                "who", line.who,
                "name", line.name,
                "text", line.text));
        message.put(line.address.contains("@") ? "email" : "phone", line.address);
        return JsonMapper.shared().writeValueAsString(message) + "\n";
    }
}
