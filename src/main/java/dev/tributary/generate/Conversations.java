package dev.tributary.generate;

import dev.tributary.generate.Chance.Subject;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The exchanges between people and the company, one after the other: mostly a message or two, seldom many. Every second one is begun by
 * somebody who wrote nothing yet, until all have; the others by few people often and by many seldom (Zipf and Mandelbrot's law).
 * Remembers nothing but how far it is. Not thread-safe.
 */
final class Conversations {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final double SECONDS = 180 * 24 * 3600;

    /** How many of the most talkative are about equally so. */
    private static final double FLATTENED = 50;

    private static final int LONGEST = 9;

    private final Plan plan;
    private final long step;
    private long told;
    private long exchanges;
    private int met;

    Conversations(Plan plan) {
        this.plan = plan;
        this.step = coprime((long) (plan.people() * 0.618) + 1, plan.people());
    }

    /** Tells further messages. */
    void tell(long messages, Consumer<Message> listener) {
        for (long end = told + messages; told < end; ) {
            exchange(end, listener);
        }
    }

    private void exchange(long end, Consumer<Message> listener) {
        Chance chance = Chance.about(Subject.EXCHANGE, plan.seed(), ++exchanges);
        boolean stranger = exchanges % 2 == 1 && met < plan.people();
        Person person = Person.of(plan.seed(), scattered(stranger ? met++ : talkative(chance)));
        Way[] ways = person.ways().toArray(Way[]::new);
        Way way = chance.of(ways);
        double seconds = told * SECONDS / plan.interactions() + chance.below(3600);
        long thread = told + 1;
        long answers = 0;
        boolean fromCustomer = true;
        for (int i = 0; i < LONGEST && told < end; i++) {
            long id = ++told;
            listener.accept(new Message(
                    plan.seed(), id, person, way, fromCustomer, BEGIN.plusSeconds((long) seconds), thread, answers));
            answers = id;
            fromCustomer = !fromCustomer || chance.percent(15);
            seconds += 60 + chance.below(2 * 3600);
            if (!chance.percent(48)) {
                return;
            }
        }
    }

    private int talkative(Chance chance) {
        double part = StrictMath.pow((plan.people() + FLATTENED) / FLATTENED, chance.part());
        return Math.min(plan.people() - 1, (int) (FLATTENED * (part - 1)));
    }

    /** The most talkative are no neighbours, and not all of them are contacts. */
    private int scattered(int rank) {
        return (int) (rank * step % plan.people());
    }

    private static long coprime(long from, long to) {
        long step = from;
        while (greatestCommonDivisor(step, to) != 1) {
            step++;
        }
        return step;
    }

    private static long greatestCommonDivisor(long one, long other) {
        return other == 0 ? one : greatestCommonDivisor(other, one % other);
    }
}
