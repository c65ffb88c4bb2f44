package dev.tributary.definition;

import java.util.List;
import java.util.Map;

/** A value of a YAML file that remembers its line, from 1. */
sealed interface YamlNode {

    int line();

    /** What the value is, for a message. */
    String kind();

    record Fields(int line, Map<String, YamlNode> values) implements YamlNode {
        @Override
        public String kind() {
            return "a group of keys";
        }
    }

    record Items(int line, List<YamlNode> values) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * Numbers and booleans are the text that was written: an account may well be called 0042.
     *
     * @param literal whether it is a number, true or false, written without quotes
     */
    record Text(int line, String value, boolean literal) implements YamlNode {
        @Override
        public String kind() {
            return "'" + value + "'";
        }
    }

    record Nothing(int line) implements YamlNode {
        @Override
        public String kind() {
            return "empty";
        }
    }
}
