package dev.tributary.resolve;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Lists of people and companies that do not exist, with what is true of them: made of a seed, the same each time. */
enum MadeUpList {
    /** German customers with address and number; a fifth comes twice or three times, damaged as people and forms damage. */
    GERMAN_CUSTOMERS {
        @Override
        void fill(Maker maker) {
            for (int i = 0; i < 4_000; i++) {
                maker.entity(maker.german());
                int copies = maker.chance(20) ? 1 + maker.below(2) : 0;
                for (int j = 0; j < copies; j++) {
                    maker.copy(1 + maker.below(3));
                }
            }
        }
    },
    /** Families at one address with one telephone number, and often one mailbox, but no dates of birth. */
    HOUSEHOLDS {
        @Override
        void fill(Maker maker) {
            for (int i = 0; i < 1_500; i++) {
                Map<String, String> home = maker.german();
                boolean oneMailbox = maker.chance(40);
                List<String> given = maker.several(GIVEN_DE, 2 + maker.below(3));
                for (String name : given) {
                    Map<String, String> member = new LinkedHashMap<>(home);
                    member.put("first_name", name);
                    member.put("birthday", "");
                    if (!oneMailbox) {
                        member.put("email", maker.chance(70) ? maker.mailbox(name, home.get("last_name")) : "");
                    }
                    maker.entity(member);
                    if (maker.chance(15)) {
                        maker.copy(1);
                    }
                }
            }
        }
    },
    /** Twins, and fathers and sons of one name, at one address with one number. */
    TWINS_AND_NAMESAKES {
        @Override
        void fill(Maker maker) {
            for (int i = 0; i < 1_500; i++) {
                Map<String, String> first = maker.german();
                first.put("email", "");
                first.put("birthday", maker.birthday());
                maker.entity(first);
                if (maker.chance(20)) {
                    maker.copy(1);
                }
                Map<String, String> second = new LinkedHashMap<>(first);
                if (maker.chance(50)) {
                    second.put("first_name", maker.other(GIVEN_DE, first.get("first_name")));
                } else {
                    second.put("birthday", maker.birthday());
                }
                maker.entity(second);
                if (maker.chance(20)) {
                    maker.copy(1);
                }
            }
        }
    },
    /** Spanish people with two family names, one of which is left out, as are accents. */
    SPANISH_CUSTOMERS {
        @Override
        void fill(Maker maker) {
            for (int i = 0; i < 3_000; i++) {
                String given = maker.of(GIVEN_ES) + (maker.chance(30) ? " " + maker.of(GIVEN_ES) : "");
                String family = maker.of(FAMILY_ES) + " " + maker.of(FAMILY_ES);
                Map<String, String> one = new LinkedHashMap<>();
                one.put("nombre", given);
                one.put("apellidos", family);
                one.put("correo", maker.chance(60) ? maker.mailbox(given, family) : "");
                one.put("telefono", maker.chance(70) ? "6" + maker.digits(8) : "");
                one.put("direccion", "Calle " + maker.of(STREETS_ES) + " " + (1 + maker.below(150)));
                one.put("codigo_postal", "" + (10_000 + maker.below(40_000)));
                one.put("ciudad", maker.of(CITIES_ES));
                maker.entity(one);
                if (maker.chance(25)) {
                    Map<String, String> again = maker.latest();
                    if (maker.chance(50)) {
                        again.put("apellidos", family.substring(0, family.indexOf(' ')));
                    }
                    if (maker.chance(50)) {
                        again.replaceAll((column, text) -> maker.plain(text));
                    }
                    if (maker.chance(40)) {
                        again.put("correo", "");
                    }
                    maker.same(again);
                }
            }
        }
    },
    /** Chinese people, whose names are short and often the same, known by name and mobile number. */
    CHINESE_CUSTOMERS {
        @Override
        void fill(Maker maker) {
            for (int i = 0; i < 3_000; i++) {
                Map<String, String> one = new LinkedHashMap<>();
                one.put("name", maker.of(FAMILY_ZH) + maker.of(GIVEN_ZH));
                one.put("mobile", "+86 13" + maker.digits(9));
                one.put("city", maker.of(CITIES_ZH));
                one.put("email", maker.chance(30) ? "u" + maker.digits(9) + "@qq.example" : "");
                maker.entity(one);
                if (maker.chance(25)) {
                    Map<String, String> again = maker.latest();
                    again.put("mobile", again.get("mobile").replace(" ", ""));
                    if (maker.chance(50)) {
                        again.put("city", "");
                        again.put("email", "");
                    }
                    maker.same(again);
                }
            }
        }
    },
    /** Companies with branches in several towns and one switchboard, and their legal forms written or not. */
    COMPANIES_WITH_BRANCHES {
        @Override
        void fill(Maker maker) {
            for (int i = 0; i < 700; i++) {
                String name = maker.of(FAMILY_DE) + " " + maker.of(TRADES) + " " + maker.of(WORDS);
                String phone = maker.landline();
                int branches = 1 + maker.below(5);
                for (int j = 0; j < branches; j++) {
                    Map<String, String> one = new LinkedHashMap<>();
                    one.put("company", name + " " + maker.of(FORMS));
                    one.put("street", maker.street());
                    one.put("zip", "" + (10_000 + maker.below(89_999)));
                    one.put("city", maker.of(CITIES_DE));
                    one.put("phone", maker.chance(50) ? phone : maker.landline());
                    one.put("website", "www." + i + ".example");
                    maker.entity(one);
                    if (maker.chance(25)) {
                        Map<String, String> again = maker.latest();
                        again.put("company", maker.chance(50) ? name : maker.typo(name));
                        again.put("street", again.get("street").replace("straße", "str."));
                        if (maker.chance(30)) {
                            again.put("phone", "");
                        }
                        maker.same(again);
                    }
                }
            }
        }
    },
    /** Colleagues with the company's address and number, and some with its mailbox for all. */
    COLLEAGUES {
        @Override
        void fill(Maker maker) {
            for (int i = 0; i < 500; i++) {
                Map<String, String> firm = maker.german();
                firm.put("birthday", "");
                firm.put("company", maker.of(FAMILY_DE) + " " + maker.of(TRADES) + " " + maker.of(FORMS));
                String domain = "firm" + i + ".example";
                int people = 3 + maker.below(8);
                for (int j = 0; j < people; j++) {
                    Map<String, String> one = new LinkedHashMap<>(firm);
                    String given = maker.of(GIVEN_DE);
                    String family = maker.of(FAMILY_DE);
                    one.put("first_name", given);
                    one.put("last_name", family);
                    one.put(
                            "email",
                            maker.chance(30)
                                    ? "info@" + domain
                                    : maker.plain(given + "." + family).toLowerCase(Locale.ROOT) + j + "@" + domain);
                    maker.entity(one);
                    if (maker.chance(15)) {
                        maker.copy(1);
                    }
                }
            }
        }
    };

    private static final List<String> GIVEN_DE = words(
            "Anna Ben Clara David Elena Felix Greta Hannes Ida Jonas Karla Leon Mia Noah Olga Paul Quirin Rosa Simon Tina Ulrich Vera Wolfgang Xaver Yvonne Zoe Maximilian Sophie Alexander Marie Lukas Laura Tobias Katharina Sebastian Julia Michael Sabine Thomas Petra Andreas Monika Stefan Claudia Martin Susanne Christian Nicole Markus Stefanie Peter Andrea Jürgen Birgit Klaus Ursula Bernd Ingrid Günter Renate Horst Helga Dieter Gisela Werner Erika Manfred Brigitte Uwe Karin Jens Heike Ralf Anja Frank Silke Jan Tanja Sven Kerstin Dirk Martina");
    private static final List<String> FAMILY_DE = words(
            "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer");
    private static final List<String> STREETS_DE = words(
            "Haupt Schul Garten Bahnhof Berg Kirch Linden Wald Ring Birken Rosen Goethe Schiller Mozart Wiesen Feld Mühlen Buchen Eichen Tannen Ahorn Kasernen Markt Brunnen Post Sonnen Burg Kloster Schloss Hafen");
    private static final List<String> CITIES_DE = words(
            "Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Essen Bremen Dresden Hannover Nürnberg Duisburg Bochum Wuppertal Bielefeld Bonn Münster");
    private static final List<String> GIVEN_ES = words(
            "María José Carmen Antonio Manuel Francisco Juan David Javier Daniel Ana Isabel Laura Cristina Marta Lucía Paula Sergio Carlos Jorge Alberto Pablo Álvaro Adrián Raúl Rubén Elena Pilar Rosa Teresa Sofía Andrea Miguel Ángel Rafael Pedro");
    private static final List<String> FAMILY_ES = words(
            "García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega Delgado Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés");
    private static final List<String> STREETS_ES = words(
            "Mayor Real Sol Luna Alcalá Serrano Goya Velázquez Cervantes Colón Constitución Libertad Rosario Nueva Ancha Olmo Pino Fuente Molino Puente");
    private static final List<String> CITIES_ES = words(
            "Madrid Barcelona Valencia Sevilla Zaragoza Málaga Murcia Palma Bilbao Alicante Córdoba Valladolid Vigo Gijón Granada");
    private static final List<String> FAMILY_ZH = words("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗");
    private static final List<String> GIVEN_ZH = words(
            "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀英 霞 平 刚 桂英 小明 小红 建国 志强 海燕 晓东 文华 玉兰 子涵 雨桐 浩然 欣怡 宇轩 诗涵 梓萱 思远 嘉怡 俊杰");
    private static final List<String> CITIES_ZH = words("北京 上海 广州 深圳 成都 杭州 武汉 西安 重庆 南京");
    private static final List<String> TRADES = words(
            "Bau Elektro Sanitär Metall Druck Garten Auto Möbel Holz Textil Chemie Software Transport Energie Optik");
    private static final List<String> WORDS =
            words("Service Technik Handel Werke Partner Systeme Zentrum Gruppe Union Nord Süd West Ost Plus");
    private static final List<String> FORMS = words("GmbH AG KG OHG");

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }

    abstract void fill(Maker maker);

    /** Writes the list, its rows in an order that tells nothing; the columns are id, those of the list, and truth. */
    Path write(Path folder) {
        Maker maker = new Maker(new Random(ordinal() + 1));
        fill(maker);
        return maker.write(folder.resolve(name().toLowerCase(Locale.ROOT) + ".csv"));
    }

    /** Makes the rows of a list. */
    static final class Maker {

        private final Random random;
        private final List<Map<String, String>> rows = new ArrayList<>();
        private int entities;

        private Maker(Random random) {
            this.random = random;
        }

        void entity(Map<String, String> row) {
            entities++;
            same(row);
        }

        void same(Map<String, String> row) {
            Map<String, String> added = new LinkedHashMap<>();
            added.put("id", "");
            added.putAll(row);
            added.put("truth", "e" + entities);
            rows.add(added);
        }

        Map<String, String> latest() {
            Map<String, String> latest = new LinkedHashMap<>(rows.get(rows.size() - 1));
            latest.remove("id");
            latest.remove("truth");
            return latest;
        }

        /** The latest again, damaged so many times. */
        void copy(int damages) {
            Map<String, String> copy = latest();
            for (int i = 0; i < damages; i++) {
                switch (below(8)) {
                    case 0 -> copy.computeIfPresent("last_name", (column, text) -> typo(text));
                    case 1 -> copy.computeIfPresent("first_name", (column, text) -> typo(text));
                    case 2 -> copy.computeIfPresent("street", (column, text) -> text.replace("straße", "str."));
                    case 3 -> copy.computeIfPresent("phone", (column, text) -> "");
                    case 4 -> copy.computeIfPresent("email", (column, text) -> "");
                    case 5 ->
                        copy.computeIfPresent(
                                "email", (column, text) -> text.isEmpty() ? "" : "x" + digits(5) + "@mail.example");
                    case 6 -> copy.replaceAll((column, text) -> plain(text));
                    default -> copy.computeIfPresent("phone", (column, text) -> text.replace("+49 ", "0"));
                }
            }
            same(copy);
        }

        Map<String, String> german() {
            String given = of(GIVEN_DE);
            String family = of(FAMILY_DE);
            Map<String, String> row = new LinkedHashMap<>();
            row.put("first_name", given);
            row.put("last_name", family);
            row.put("email", chance(80) ? mailbox(given, family) : "");
            row.put("phone", chance(80) ? landline() : "");
            row.put("street", street());
            row.put("zip", "" + (10_000 + below(89_999)));
            row.put("city", of(CITIES_DE));
            row.put("birthday", chance(50) ? birthday() : "");
            return row;
        }

        String street() {
            return of(STREETS_DE) + "straße " + (1 + below(120));
        }

        String landline() {
            return "+49 30 " + (20 + below(70)) + digits(6);
        }

        String mailbox(String given, String family) {
            return plain(given + "." + family).toLowerCase(Locale.ROOT).replace(' ', '.') + below(10_000) + "@mail"
                    + below(5) + ".example";
        }

        String birthday() {
            return String.format("%02d.%02d.%d", 1 + below(28), 1 + below(12), 1940 + below(65));
        }

        String plain(String text) {
            return Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD)
                    .replaceAll("\\p{Mn}", "");
        }

        String typo(String text) {
            if (text.length() < 4) {
                return text;
            }
            int at = 1 + below(text.length() - 2);
            char letter = (char) ('a' + below(26));
            return switch (below(4)) {
                case 0 -> text.substring(0, at) + text.substring(at + 1);
                case 1 -> text.substring(0, at) + letter + text.substring(at);
                case 2 -> text.substring(0, at) + letter + text.substring(at + 1);
                default -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
            };
        }

        int below(int bound) {
            return random.nextInt(bound);
        }

        boolean chance(int percent) {
            return below(100) < percent;
        }

        String of(List<String> words) {
            return words.get(below(words.size()));
        }

        String other(List<String> words, String than) {
            String word = of(words);
            return word.equals(than) ? other(words, than) : word;
        }

        List<String> several(List<String> words, int count) {
            List<String> shuffled = new ArrayList<>(words);
            Collections.shuffle(shuffled, random);
            return shuffled.subList(0, count);
        }

        String digits(int count) {
            StringBuilder digits = new StringBuilder();
            for (int i = 0; i < count; i++) {
                digits.append(below(10));
            }
            return digits.toString();
        }

        private Path write(Path file) {
            Collections.shuffle(rows, random);
            try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                    CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
                printer.printRecord(rows.get(0).keySet());
                for (int i = 0; i < rows.size(); i++) {
                    rows.get(i).put("id", "c" + i);
                    printer.printRecord(rows.get(i).values());
                }
                return file;
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    public static void main(String[] args) {
        for (MadeUpList list : values()) {
            list.write(Path.of(args[0]));
        }
    }
}
