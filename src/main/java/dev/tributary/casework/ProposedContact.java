package dev.tributary.casework;

import dev.tributary.match.Agreement;
import dev.tributary.match.Agreements;
import dev.tributary.match.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact that the participant may be, as its golden record shows it: that which merged contacts stand under.
 *
 * @param id Tributary's own number
 * @param contact the CRM's id
 * @param linked whether the participant is linked to it now
 * @param refused whether a person said that it is not this contact
 * @param likelihood how likely it is this contact among those of the case, from 0 to 1, by the score of the rules' file
 * @param agreements how far each field agrees
 * @param points in the order of type and value
 * @param pointers why it is proposed; empty where only the link that stands speaks for it
 */
public record ProposedContact(
        long id,
        String contact,
        String name,
        @Nullable String company,
        Address address,
        boolean linked,
        boolean refused,
        double likelihood,
        Agreements agreements,
        List<ContactPoint> points,
        List<Pointer> pointers) {

    public ProposedContact {
        points = List.copyOf(points);
        pointers = List.copyOf(pointers);
    }

    /** How far the names agree. */
    public Agreement names() {
        return agreements.in(Field.NAME);
    }

    ProposedContact withLikelihood(double fresh) {
        return new ProposedContact(
                id, contact, name, company, address, linked, refused, fresh, agreements, points, pointers);
    }

    /** Personal data: only the CRM's id is printed. */
    @Override
    public String toString() {
        return "contact " + contact;
    }
}
